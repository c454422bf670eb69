"""Draw the pictures of the example reports: a hall, a harbour, a stage. The same on every run.

Needs ``Pillow``::

    python docs/examples/make_pictures.py
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parents[1]
SCALE = 2
"""Everything is drawn this many times larger and shrunk, which smooths the edges."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one picture: sky from top to horizon, two tones of things, one light."""

    top: Colour
    horizon: Colour
    far: Colour
    near: Colour
    light: Colour


DUSK = Palette((44, 32, 92), (242, 132, 92), (92, 58, 120), (36, 26, 66), (255, 214, 140))
DAWN = Palette((24, 92, 110), (250, 214, 170), (86, 140, 140), (18, 58, 70), (255, 244, 214))
NIGHT = Palette((12, 22, 46), (38, 70, 112), (30, 52, 88), (10, 16, 32), (255, 205, 92))
GREEN = Palette((12, 70, 52), (150, 200, 140), (50, 116, 84), (10, 44, 36), (250, 236, 170))


class Picture:
    """A canvas with a sky, measured in fractions of its width and height."""

    def __init__(self, size: tuple[int, int], palette: Palette) -> None:
        """Start a picture of *size* pixels."""
        self.size = size
        self.palette = palette
        self.width, self.height = size[0] * SCALE, size[1] * SCALE
        self.image = Image.new("RGB", (self.width, self.height))
        self.pen = ImageDraw.Draw(self.image)
        for y in range(self.height):
            share = y / self.height
            colour = blend(palette.top, palette.horizon, share)
            self.pen.line([(0, y), (self.width, y)], fill=colour)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
        """Fill a rectangle."""
        corners = (left * self.width, top * self.height, right * self.width, bottom * self.height)
        self.pen.rectangle(corners, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        """Fill a circle; the radius is a fraction of the height."""
        middle, centre, r = x * self.width, y * self.height, radius * self.height
        self.pen.ellipse((middle - r, centre - r, middle + r, centre + r), fill=colour)

    def shape(self, points: list[tuple[float, float]], colour: Colour) -> None:
        """Fill a polygon."""
        self.pen.polygon([(x * self.width, y * self.height) for x, y in points], fill=colour)

    def save(self, path: str) -> None:
        """Write the picture to *path* below the documentation."""
        target = DOCS / path
        target.parent.mkdir(parents=True, exist_ok=True)
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        small.save(target, quality=82, optimize=True)


def blend(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour that lies *share* of the way from *first* to *second*."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def harbour(picture: Picture) -> None:
    """Draw houses on a quay, water, and the sun or moon."""
    palette = picture.palette
    picture.disc(0.74, 0.34, 0.13, palette.light)
    for place in range(16):
        left = place / 16
        height = 0.14 + 0.13 * abs(math.sin(place * 2.3))
        picture.box(left, 0.64 - height, left + 0.058, 0.66, palette.far)
        peak = [(left, 0.64 - height), (left + 0.029, 0.56 - height), (left + 0.058, 0.64 - height)]
        picture.shape(peak, palette.far)
        for floor in range(2):
            if (place + floor) % 3:
                window = 0.6 - floor * 0.07
                picture.box(left + 0.02, window - 0.035, left + 0.036, window, palette.light)
    picture.box(0, 0.66, 1, 1, palette.near)
    for row in range(7):
        shift = 0.02 * math.sin(row * 1.9)
        length = 0.15 - row * 0.015
        y = 0.7 + row * 0.04
        colour = blend(palette.near, palette.light, 0.55 - row * 0.06)
        picture.box(0.74 - length / 2 + shift, y, 0.74 + length / 2 + shift, y + 0.012, colour)
    picture.shape([(0.16, 0.76), (0.4, 0.76), (0.37, 0.84), (0.19, 0.84)], palette.far)
    picture.shape([(0.28, 0.36), (0.28, 0.73), (0.38, 0.73)], palette.light)
    picture.shape([(0.272, 0.42), (0.272, 0.73), (0.2, 0.73)], blend(palette.light, palette.far, 0.35))


def stage(picture: Picture) -> None:
    """Draw a stage with a slide on the wall, a speaker, and the heads of the audience."""
    palette = picture.palette
    picture.shape([(0.5, 0), (0.16, 0.7), (0.84, 0.7)], blend(palette.top, palette.horizon, 0.9))
    picture.box(0.28, 0.14, 0.72, 0.56, palette.light)
    picture.box(0.28, 0.14, 0.72, 0.17, palette.far)
    for bar, height in enumerate((0.1, 0.16, 0.13, 0.22, 0.26)):
        left = 0.34 + bar * 0.066
        picture.box(left, 0.51 - height, left + 0.04, 0.51, palette.far)
    picture.box(0, 0.68, 1, 1, palette.near)
    picture.disc(0.79, 0.42, 0.045, palette.near)
    picture.shape([(0.765, 0.69), (0.772, 0.48), (0.808, 0.48), (0.815, 0.69)], palette.near)
    for row, y in enumerate((0.78, 0.9, 1.02)):
        for seat in range(13):
            x = (seat + 0.5 * (row % 2)) / 12
            colour = blend(palette.near, palette.far, 0.55 - row * 0.25)
            picture.disc(x, y, 0.055, colour)
            picture.disc(x, y + 0.13, 0.09, colour)


def hall(picture: Picture) -> None:
    """Draw the front of a hall with columns, steps, and people on their way in."""
    palette = picture.palette
    picture.disc(0.2, 0.24, 0.1, palette.light)
    picture.shape([(0.2, 0.36), (0.5, 0.14), (0.8, 0.36)], palette.far)
    picture.box(0.22, 0.36, 0.78, 0.42, palette.near)
    picture.box(0.24, 0.42, 0.76, 0.76, blend(palette.far, palette.near, 0.6))
    for column in range(7):
        left = 0.255 + column * 0.078
        picture.box(left, 0.42, left + 0.026, 0.76, palette.light)
    for step in range(4):
        out = step * 0.025
        colour = blend(palette.near, palette.far, 0.6 - step * 0.18)
        picture.box(0.2 - out, 0.76 + step * 0.04, 0.8 + out, 0.8 + step * 0.04, colour)
    picture.box(0, 0.92, 1, 1, palette.near)
    for person in range(9):
        x = 0.08 + person * 0.105 + 0.02 * math.sin(person * 2.1)
        picture.disc(x, 0.8, 0.024, palette.near)
        picture.shape(
            [(x - 0.014, 0.95), (x - 0.009, 0.83), (x + 0.009, 0.83), (x + 0.014, 0.95)], palette.near
        )


WIDE, CARD, PHOTOGRAPH = (1200, 460), (640, 360), (900, 520)
PICTURES: tuple[tuple[str, tuple[int, int], Palette, Callable[[Picture], None]], ...] = (
    ("img/posts/northlight/entrance.jpg", WIDE, DUSK, hall),
    ("img/posts/northlight/thumb.jpg", CARD, DUSK, hall),
    ("img/posts/northlight/booths.jpg", PHOTOGRAPH, NIGHT, stage),
    ("examples/img/tidewater-2025.jpg", WIDE, DAWN, harbour),
    ("examples/img/tidewater-2025-small.jpg", CARD, DAWN, harbour),
    ("examples/img/tidewater-2024-small.jpg", CARD, GREEN, harbour),
    ("examples/img/python-evening.jpg", CARD, NIGHT, stage),
)

if __name__ == "__main__":
    for path, size, palette, draw in PICTURES:
        picture = Picture(size, palette)
        draw(picture)
        picture.save(path)
