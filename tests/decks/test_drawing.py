from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image
from support.pdfs import Text, drawn_pdf, one_page, slides, stream

from sphinx_eventreport.decks.drawing import draw_pages
from sphinx_eventreport.decks.model import Picture, PictureOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL = PictureOptions(width=320, thumbnail_width=None)
RED_HALF = "1 0 0 rg 0 0 360 405 re f"


def drawn(pdf: bytes, options: PictureOptions = SMALL, numbers: Sequence[int] = (1,)) -> tuple[Picture, ...]:
    """Return the pictures of *pdf*."""
    pictures = draw_pages(pdf, options, numbers)
    assert isinstance(pictures, tuple)
    return pictures


def image_of(data: bytes | None) -> Image.Image:
    """Return the picture in *data*."""
    assert data is not None
    return Image.open(BytesIO(data))


def image(
    content: str = "", page: str = "/MediaBox [0 0 720 405]", more: Sequence[str | bytes] = ()
) -> Image.Image:
    """Return the picture of a page that draws *content*, 320 pixels wide, without loss."""
    options = PictureOptions(width=320, thumbnail_width=None, format="png")
    return image_of(drawn(one_page(content, page=page, more=more), options)[0].data)


@pytest.mark.parametrize("kind", ["webp", "png", "jpeg"])
def test_pictures_have_the_format_asked_for(kind: Literal["webp", "png", "jpeg"]) -> None:
    """A picture is of the format, the width and the colours asked for."""
    picture = image_of(drawn(slides(("Tides",)), PictureOptions(width=320, format=kind))[0].data)
    assert (picture.format, picture.size, picture.mode) == (kind.upper(), (320, 180), "RGB")


def test_picture_says_its_size() -> None:
    """The record of a picture has the size of the picture."""
    [picture] = drawn(drawn_pdf([[]], size=(500, 333)))
    assert (picture.width, picture.height) == image_of(picture.data).size == (320, 213)


def test_thumbnail_is_a_smaller_picture() -> None:
    """The thumbnail has its own width and the shape of the picture."""
    [picture] = drawn(slides(("Tides",)), PictureOptions(width=640, thumbnail_width=160))
    assert image_of(picture.thumbnail).size == (160, 90)


def test_thumbnail_is_never_larger_than_the_picture() -> None:
    """A thumbnail wider than the picture would only be blurred."""
    [picture] = drawn(slides(("Tides",)), PictureOptions(width=100, thumbnail_width=160))
    assert image_of(picture.thumbnail).size == (100, 56)


def test_no_thumbnail_unless_asked_for() -> None:
    """Without a width for it, there is no thumbnail."""
    assert drawn(slides(("Tides",)))[0].thumbnail is None


def test_pages_are_drawn_in_the_order_asked_for() -> None:
    """Pictures come in the order of the numbers, each once, without those the PDF does not have."""
    pictures = drawn(slides(("Tides",), ("Boats",), ("Fog",)), numbers=[3, 1, 3, 0, 4])
    assert [picture.number for picture in pictures] == [3, 1]


def test_colours_are_right() -> None:
    """Red is drawn red, and what is not drawn is white."""
    picture = image(RED_HALF)
    assert (picture.getpixel((10, 90)), picture.getpixel((310, 90))) == ((255, 0, 0), (255, 255, 255))


def test_rotated_page_is_drawn_as_shown() -> None:
    """A page that is shown turned is drawn turned: its left half is above."""
    picture = image(RED_HALF, "/MediaBox [0 0 720 405] /Rotate 90")
    assert (picture.size, picture.getpixel((160, 10)), picture.getpixel((160, 560))) == (
        (320, 569),
        (255, 0, 0),
        (255, 255, 255),
    )


def test_crop_box_is_what_is_drawn() -> None:
    """What is cut off a page is not drawn."""
    picture = image(RED_HALF, "/MediaBox [0 0 720 405] /CropBox [0 0 360 405]")
    assert (picture.size, picture.getpixel((310, 10))) == ((320, 360), (255, 0, 0))


def test_annotations_are_drawn() -> None:
    """A note that somebody drew on the slide is a part of the picture."""
    square = "<< /Type /Annot /Subtype /Square /Rect [0 0 720 405] /F 4 /AP << /N 7 0 R >> >>"
    look = stream("1 0 0 rg 0 0 720 405 re f", "/Type /XObject /Subtype /Form /BBox [0 0 720 405]")
    picture = image(page="/MediaBox [0 0 720 405] /Annots [6 0 R]", more=[square, look])
    assert picture.getpixel((160, 90)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((20_000, 20_000), (320, 320)),
        ((3, 3), (320, 320)),
        ((100, 200), (320, 640)),
        ((100, 1_000), (64, 640)),
        ((1, 14_000), (1, 640)),
        ((14_000, 1), (320, 1)),
    ],
)
def test_picture_is_never_larger_than_asked_for(size: tuple[int, int], expected: tuple[int, int]) -> None:
    """A page of any size has a picture of the width asked for, at most twice as high as that."""
    [picture] = drawn(drawn_pdf([[Text("x")]], size=size))
    assert (picture.width, picture.height) == expected


def test_quality_counts() -> None:
    """A lower quality takes fewer bytes."""
    deck = slides(("Tides of Hallbrook", "They come", "They go"))
    low, high = (
        drawn(deck, PictureOptions(width=640, thumbnail_width=None, quality=q))[0].data for q in (10, 95)
    )
    assert len(low) < len(high)


def test_same_pdf_gives_same_bytes() -> None:
    """Drawing twice gives the same pictures, byte for byte."""
    deck = slides(("Tides",), ("Boats",))
    assert drawn(deck, numbers=[1, 2]) == drawn(deck, numbers=[1, 2])
