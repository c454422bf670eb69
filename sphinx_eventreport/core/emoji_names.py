"""Names of emoji -> their signs."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from sphinx_eventreport.core.lazy_regex import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

# The blocks of emoji; signs that are none are between them, and have common words for names: PAGE, RATIO.
_BLOCKS = (
    range(0x2795, 0x2798),
    range(0x1F300, 0x1F568),
    range(0x1F5FA, 0x1F650),
    range(0x1F680, 0x1F700),
    range(0x1F90C, 0x1FB00),
)
CODES = r"(?<![\w:/@`{])(?::[a-z0-9+-][a-z0-9_+-]{0,60}:)+(?![\w:`])"
"""Names between colons, as a regular expression; several may be beside one another.

Not behind a digit or a letter, as in times and in prefixes of names; nor before a backtick, as in roles.
"""
CODE = lazy_regex(r":([^:]+):")
"""One of them."""
_CODES = lazy_regex(CODES)
_FLAG = lazy_regex(r"flag[_-]([a-z]{2})")
_FIRST_LETTER_OF_FLAGS = 0x1F1E6

# Those whose name is not that of Unicode (https://github.com/github/gemoji), or whose sign is in no block.
_WORDS = """
    +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 ok_hand 👌 wave 👋 clap 👏 pray 🙏 muscle 💪 point_right 👉
    point_left 👈 point_up ☝️ point_down 👇 raised_hands 🙌 fist ✊ v ✌️ punch 👊 raised_hand ✋
    smile 😄 smiley 😃 grin 😁 laughing 😆 joy 😂 rofl 🤣 wink 😉 blush 😊 heart_eyes 😍 sunglasses 😎
    thinking 🤔 smirk 😏 cry 😢 sob 😭 scream 😱 sleeping 😴 confused 😕 disappointed 😞 worried 😟
    angry 😠 rage 😡 relaxed ☺️ stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 sweat_smile 😅
    sweat 😓 innocent 😇 star_struck 🤩 hugs 🤗 partying_face 🥳 exploding_head 🤯 facepalm 🤦 heart ❤️
    tada 🎉 boom 💥 collision 💥 zap ⚡ star ⭐ star2 🌟 sparkles ✨ dizzy 💫 100 💯 warning ⚠️
    heavy_check_mark ✔️ white_check_mark ✅ x ❌ ballot_box_with_check ☑️ question ❓ exclamation ❗
    bangbang ‼️ information_source \N{INFORMATION SOURCE}️ bulb 💡 pencil 📝 pencil2 ✏️ book 📖 mag 🔍
    link 🔗 email 📧 envelope ✉️ mailbox 📫 phone ☎️ telephone ☎️ iphone 📱 computer 💻 desktop_computer 🖥️
    keyboard ⌨️ tv 📺 headphones 🎧 loudspeaker 📢 mega 📣 date 📅 clock1 🕐 hourglass ⌛ alarm_clock ⏰
    stopwatch ⏱️ unlock 🔓 gear ⚙️ tools 🛠️ hammer_and_wrench 🛠️ construction 🚧 rotating_light 🚨
    art 🎨 gift 🎁 dart 🎯 checkered_flag 🏁 sunny ☀️ cloud ☁️ umbrella ☔ snowflake ❄️ snowman ⛄
    ocean 🌊 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏 world_map 🗺️ coffee ☕ tea 🍵 beer 🍺
    beers 🍻 pizza 🍕 cake 🍰 birthday 🎂 apple 🍎 whale 🐳 cat 🐱 dog 🐶 unicorn 🦄 airplane ✈️
    train 🚋 car 🚗 bike 🚲 house 🏠 office 🏢 tent ⛺ moneybag 💰 recycle ♻️ arrow_right ➡️
    arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ new 🆕 free 🆓 sos 🆘 cool 🆒 notes 🎶 eye 👁️ robot 🤖
    poop 💩 alien 👽 mortar_board 🎓 dna 🧬 label 🏷️ arrow_forward ▶️ rewind ⏪ repeat 🔁
    copyright ©️ tm ™️ registered ®️ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ us 🇺🇸
    gb 🇬🇧 uk 🇬🇧 de 🇩🇪 fr 🇫🇷 es 🇪🇸 it 🇮🇹 jp 🇯🇵 eu 🇪🇺 cn 🇨🇳 ru 🇷🇺 kr 🇰🇷
    ballot_box 🗳️ beetle 🐞 cow 🐮 mouse 🐭 pig 🐷 rabbit 🐰 tiger 🐯 horse 🐴 lips 👄 kiss 💋
    satellite 📡 black_circle ⚫ white_circle ⚪ black_square ⬛ white_square ⬜
    black_medium_small_square ◾ white_medium_small_square ◽ infinity ♾️ castle 🏰 bullseye 🎯 sun ☀️
    aries ♈ taurus ♉ gemini ♊ cancer ♋ leo ♌ virgo ♍ libra ♎ scorpius ♏ sagittarius ♐
    capricorn ♑ aquarius ♒ pisces ♓ scales ⚖️ negative_squared_cross_mark ❎
    eight_spoked_asterisk ✳️ eight_pointed_black_star ✴️ heavy_multiplication_x ✖️
    left_right_arrow ↔️
    leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ atom_symbol ⚛️ anchor ⚓ scissors ✂️
    hourglass_flowing_sand ⏳ watch ⌚ comet ☄️ church ⛪ fountain ⛲ sailboat ⛵ boat ⛵ mountain ⛰️
    fuelpump ⛽ black_nib ✒️ crossed_swords ⚔️ alembic ⚗️ radioactive ☢️ biohazard ☣️
    peace_symbol ☮️ yin_yang ☯️ female_sign ♀️ male_sign ♂️ no_entry ⛔ chains ⛓️ pick ⛏️
    skier ⛷️ soccer ⚽ football 🏈 baseball ⚾ golf ⛳ zzz 💤 ok 🆗 up 🆙 top 🔝 back 🔙 end 🔚 soon 🔜
    on 🔛 id 🆔 vs 🆚 abc 🔤 1234 🔢 symbols 🔣 hash #️⃣ zero 0️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣
    nine 9️⃣ o ⭕ m Ⓜ️ parking 🅿️ wheelchair ♿ beginner 🔰 tickets 🎟️ clapper 🎬 camera_flash 📸
    movie 🎬 film_strip 🎞️ champagne 🍾 cocktail 🍸 cheese 🧀 fries 🍟 hotdog 🌭 ramen 🍜 rice 🍚
    stew 🍲 corn 🌽 icecream 🍦 bento 🍱 gem 💎 bricks 🧱 jigsaw 🧩 shirt 👕 tshirt 👕 shoe 👞 boot 👢
    tophat 🎩 mask 😷 hand ✋ fist_raised ✊ fist_oncoming 👊 facepunch 👊 point_up_2 👆 metal 🤘
    raising_hand 🙋 no_good 🙅 bow 🙇 running 🏃 walking 🚶 climbing 🧗 ski 🎿 dancers 👯 couple 👫 cop 👮
    angel 👼 santa 🎅 grinning 😀 satisfied 😆 upside_down_face 🙃 yum 😋 kissing 😗 kissing_heart 😘
    relieved 😌 expressionless 😑 no_mouth 😶 open_mouth 😮 hushed 😯 astonished 😲 flushed 😳
    grimacing 😬 roll_eyes 🙄 raised_eyebrow 🤨 monocle_face 🧐 hand_over_mouth 🤭 vomiting_face 🤮
    anguished 😧 fearful 😨 cold_sweat 😰 disappointed_relieved 😥 frowning 😦 confounded 😖 persevere 😣
    pensive 😔 sleepy 😪 weary 😩 unamused 😒 triumph 😤 pout 😡 cursing_face 🤬 smiling_imp 😈
    money_mouth_face 🤑 zipper_mouth_face 🤐 see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 smiley_cat 😺
    smile_cat 😸 joy_cat 😹 heart_eyes_cat 😻 space_invader 👾 hankey 💩 feet 🐾 bee 🐝 flipper 🐬
    racehorse 🐎 camel 🐫 shell 🐚 leaves 🍃 bamboo 🎍 moon 🌔 stars 🌠 partly_sunny ⛅ dash 💨
    sweat_drops 💦 anger 💢 cupid 💘 heartbeat 💓 heartpulse 💗 hearts ♥️ spades ♠️ diamonds ♦️
    clubs ♣️ dollar 💵 euro 💶 pound 💷 yen 💴 chart 💹 knife 🔪 gun 🔫 cd 💿 vhs 📼 fax 📠 calling 📲
    mag_right 🔎 paperclips 🖇️ rolled_up_newspaper 🗞️ truck 🚚 train2 🚆 bullettrain_side 🚄
    bullettrain_front 🚅 busstop 🚏 traffic_light 🚥 blue_car 🚙 red_car 🚗 flight_departure 🛫
    flight_arrival 🛬 artificial_satellite 🛰️ mountain_snow 🏔️ city_sunset 🌆 city_sunrise 🌇
    shopping 🛍️ medal_sports 🏅 medal_military 🎖️ loud_sound 🔊 sound 🔉 mute 🔇 no_bell 🔕 loop ➿
    repeat_one 🔂 arrows_clockwise 🔃 arrows_counterclockwise 🔄 fast_forward ⏩ arrow_backward ◀️
    arrow_up_small 🔼 arrow_down_small 🔽 arrow_double_up ⏫ arrow_double_down ⏬ arrow_up_down ↕️
    arrow_upper_left ↖️ arrow_upper_right ↗️ arrow_lower_left ↙️ arrow_lower_right ↘️
    arrow_heading_up ⤴️ arrow_heading_down ⤵️ small_red_triangle 🔺 small_red_triangle_down 🔻
    grey_question ❔ grey_exclamation ❕ heavy_exclamation_mark ❗ interrobang ⁉️ clock2 🕑 clock3 🕒
    clock4 🕓 clock5 🕔 clock6 🕕 clock7 🕖 clock8 🕗 clock9 🕘 clock10 🕙 clock11 🕚 clock12 🕛
    check_mark_button ✅ check_mark ✔️ cross_mark ❌ red_heart ❤️ thumbs_up 👍 thumbs_down 👎
    light_bulb 💡 high_voltage ⚡ red_circle 🔴 green_circle 🟢 yellow_circle 🟡 skin-tone-2 🏻
    skin-tone-3 🏼 skin-tone-4 🏽 skin-tone-5 🏾 skin-tone-6 🏿
""".split()
_SIGNS: Mapping[str, str] = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))


def sign_of(name: str) -> str | None:
    """Return the sign called *name*, be it by its name in Unicode, or by a country; ``None`` for none."""
    return _SIGNS.get(name) or _by_unicode(name.replace("_", " ")) or _flag(name)


def with_signs(text: str) -> str:
    """Return *text*, a line without markup, with signs in place of the names that are known."""
    if text.count(":") < len("::"):
        return text
    return _CODES.sub(lambda match: CODE.sub(lambda code: sign_of(code[1]) or code[0], match[0]), text)


def _by_unicode(name: str) -> str | None:
    try:
        sign = unicodedata.lookup(name)
    except KeyError:
        return None
    return sign if any(ord(sign[0]) in block for block in _BLOCKS) else None


def _flag(name: str) -> str | None:
    match = _FLAG.fullmatch(name)
    code = match[1].upper() if match else _countries().get(name)
    return "".join(chr(_FIRST_LETTER_OF_FLAGS + ord(letter) - ord("A")) for letter in code) if code else None


@cache
def _countries() -> Mapping[str, str]:
    """Return the codes of countries by their names: ``sri_lanka``."""
    found = Locale("en").territories.items()
    return {name.lower().replace(" ", "_"): code for code, name in found if code.isalpha()}
