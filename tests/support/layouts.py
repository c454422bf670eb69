"""Sites of generators: their configuration, a post, what it calls a picture, and where the picture is."""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """One of a generator."""

    generator: str
    config: str
    post: str
    written: str
    picture: str

    @property
    def name(self) -> str:
        """What a test, and a folder, is called."""
        return f"{self.generator}-{self.config.strip('.').replace('/', '-')}"

    @property
    def files(self) -> dict[str, str]:
        """The text files of the site."""
        front = "---\ntitle: Scythes\ndate: 2024-05-01\nevent: Reed Day\n---\n\n"
        content = "{}\n" if self.config.endswith("json") else "\n"
        return {self.config: content, self.post: f"{front}![A scythe]({self.written})\n"}


LAYOUTS = (
    Layout("pelican", "pelicanconf.py", "content/posts/a.md", "/images/x.png", "content/images/x.png"),
    Layout("docusaurus", "docusaurus.config.ts", "blog/2024-05-01-a.md", "/img/x.png", "static/img/x.png"),
    Layout(
        "docusaurus", "docusaurus.config.js", "blog/a/index.mdx", "@site/static/img/x.png", "static/img/x.png"
    ),
    Layout("gatsby", "gatsby-config.js", "content/blog/a/index.md", "/x.png", "static/x.png"),
    Layout("gatsby", "gatsby-config.ts", "src/pages/a.md", "/img/x.png", "static/img/x.png"),
    Layout("eleventy", ".eleventy.js", "src/posts/a.md", "/img/x.png", "src/img/x.png"),
    Layout("eleventy", "eleventy.config.js", "content/blog/a.md", "/img/x.png", "public/img/x.png"),
    Layout("eleventy", "eleventy.config.mts", "src/posts/a.md", "/img/x.png", "src/static/img/x.png"),
    Layout("hugo", "config/_default/hugo.toml", "content/post/a.md", "/img/x.png", "static/img/x.png"),
    Layout("hugo", "hugo.json", "content/post/a/index.md", "/img/x.png", "assets/img/x.png"),
    Layout("astro", "astro.config.mjs", "src/content/blog/a.md", "/x.png", "public/x.png"),
    Layout("astro", "astro.config.ts", "src/content/blog/a.md", "@assets/img/x.png", "src/assets/img/x.png"),
    Layout("astro", "astro.config.cjs", "src/content/blog/a.md", "~/assets/x.png", "src/assets/x.png"),
    Layout("nikola", "conf.py", "posts/a.md", "/images/x.png", "files/images/x.png"),
    Layout("jekyll", "_config.yaml", "_posts/2024-05-01-a.md", "/assets/x.png", "assets/x.png"),
    Layout("hexo", "_config.yml", "source/_posts/a.md", "/images/x.png", "source/images/x.png"),
    Layout("mkdocs", "mkdocs.yaml", "docs/blog/posts/a.md", "/img/x.png", "docs/img/x.png"),
    Layout("quarto", "_quarto.yaml", "posts/a/index.qmd", "/img/x.png", "img/x.png"),
    Layout("zola", "config.toml", "content/blog/a.md", "/img/x.png", "static/img/x.png"),
)
