# sitting.py - exercises on a chair or the floor, and those of the neck and the shoulders
# SPDX-License-Identifier: GPL-3.0-or-later
import math

from figure import SIDES, Figure, View, add, mix
from poses import UPRIGHT, arc, chair, drawing
from sketch import Sketch

FAR = ("left leg", "left arm")
SIDEWAYS = ["left leg", "left arm", "trunk", "head", "right leg", "right arm"]
UNIT = 0.36
SEAT = 300  # of the hips, on a chair
CLOSE = 0.6  # for the head and the shoulders alone


def floor(sketch, left, right):
    sketch.box(((left + right) / 2, -6, 0), (right - left, 12, 560))


def seated(trunk=90, **rest):
    figure = Figure(trunk=trunk, hips=(0, SEAT, 0), **rest)
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(250, 39, sign * 65), pole=(1, 0.2, 0), foot=0)
    return figure


def hands_on_thighs(figure, *sides):
    for side in sides or ("left", "right"):
        figure.arm(side, wrist=(165, 365, SIDES[side] * 80), pole=(-1, -0.4, 0.2 * SIDES[side]), hand=(1, -0.15, 0))
    return figure


@drawing
def nerveglidning_paa_stol():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -260, 640)
    chair(sketch, 15, 232)
    figure = hands_on_thighs(seated(88, head=110, nod=-22))
    figure.leg("right", thigh=4, shank=2, foot=80)
    start = hands_on_thighs(seated(88, head=76, nod=28))
    sketch.person(figure, SIDEWAYS, far=FAR)
    knee, ankle = figure.limbs["right leg"].points[1:3]
    sketch.area([(add(mix(knee, ankle, share), (0, -18, 0)), 26) for share in (-0.5, -0.1, 0.5)], sketch.outside(figure, "right leg"))
    sketch.ghost(start, "right leg", 3)
    sketch.ghost_head(start)
    sketch.arrow(arc(knee, 330, -66, -16, figure))
    sketch.arrow([(190, 780, 0), (170, 890, 0), (110, 960, 0)])
    return sketch


@drawing
def rul_foden():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -260, 560)
    chair(sketch, 15, 232)
    figure = hands_on_thighs(seated())
    figure.leg("left", ankle=(170, 39, -65), pole=(1, 0.2, 0), foot=0)
    figure.leg("right", ankle=(268, 132, 65), pole=(1, 0.3, 0), foot=2)
    sketch.ball((306, 48, 65), 48)
    sketch.person(figure, SIDEWAYS, far=FAR)
    ankle = figure.limbs["right leg"].points[2]
    sketch.area([(add(ankle, (-14, -28, 0)), 16), (add(ankle, (86, -34, 0)), 14)], sketch.outside(figure, "right leg"))
    sketch.arrow([(210, 10, 220), (420, 10, 220)], both=True)
    return sketch


@drawing
def cirkler_med_foden():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -260, 640)
    chair(sketch, 15, 232)
    figure = hands_on_thighs(seated())
    figure.leg("right", thigh=5, shank=-22, foot=52)
    sketch.person(figure, SIDEWAYS, far=FAR)
    tip = figure.limbs["right leg"].points[3]
    sketch.arrow([add(tip, (58 * math.cos(a) + 10, 96 * math.sin(a), 0)) for a in (math.radians(d) for d in range(-150, 151, 25))])
    return sketch


@drawing
def rejs_og_saet_dig():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -230, 1210)
    chair(sketch, 15, 232)
    figure = seated(62, chest=58, head=76)
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(190, 39, sign * 65), pole=(1, 0.2, 0), foot=0)
        figure.arm(side, upper=(-40, 4), fore=(-14, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.arrow([(430, 620, 0), (510, 710, 0), (620, 740, 0)])
    chair(sketch, 780, 232)
    figure = Figure(trunk=90, hips=(950, 524, 0))
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(955, 39, sign * 60), foot=0)
        figure.arm(side, upper=(-92, 8), fore=(-78, 2))
    sketch.person(figure, SIDEWAYS, far=FAR)
    return sketch


@drawing
def straek_af_svangen():
    sketch = Sketch(View(-30, 12), 0.4)
    sketch.box((-120, 100, 60), (420, 200, 760))
    figure = Figure(trunk=76, chest=70, head=78, nod=30, hips=(0, 268, 0))
    figure.leg("left", ankle=(240, 39, -80), pole=(1, 0.2, 0), foot=0)
    hip, knee = figure.limbs["left leg"].points[:2]
    figure.leg("right", ankle=add(mix(hip, knee, 0.84), (0, 62, 20)), pole=(0.6, 0.05, 1), foot=(0.55, 0.6, -0.5), toes_up=34)
    ankle, tip = figure.limbs["right leg"].points[2:]
    figure.arm("right", wrist=add(ankle, (-46, 24, 56)), pole=(-0.6, -0.3, 1), hand=(0.8, -0.5, -0.3))
    figure.arm("left", wrist=add(tip, (10, 40, -62)), pole=(-0.1, -1, -0.5), hand=(0.3, -0.6, 0.8))
    sketch.person(figure, ["left leg", "trunk", "head", "left arm", "right leg", "right arm"], far=("left arm", "left leg"))
    sketch.arrow([add(tip, (110, 0, 0)), add(tip, (70, 90, 0)), add(tip, (-10, 120, 0))])
    return sketch


@drawing
def vip_med_foden():
    sketch = Sketch(UPRIGHT, UNIT)
    sketch.box((150, -8, 0), (1250, 16, 430))
    figure = Figure(trunk=106, head=92, hips=(0, 74, 0))
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(480, 44, sign * 62), pole=(0, 1, 0), foot=(0.05, 1, 0) if side == "left" else (-0.28, 1, 0))
        figure.arm(side, wrist=(-210, 28, sign * 130), pole=(-1, 0, 0), hand=(-1, -0.1, 0.3 * sign))
    start = Figure(trunk=106, hips=(0, 74, 0)).leg("right", ankle=(480, 44, 62), pole=(0, 1, 0), foot=(1, 0.45, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.ghost(start, "right leg", 7)
    ankle = figure.limbs["right leg"].points[2]
    sketch.arrow(arc(ankle, 165, 36, 96, figure), both=True)
    return sketch


# --- the neck and the shoulders ---

def bust(view, unit=CLOSE, **rest):
    sketch = Sketch(view, unit)
    figure = Figure(hips=(0, SEAT, 0), **rest)
    return sketch, figure


def hanging(figure):
    for side in ("left", "right"):
        figure.arm(side, upper=(-88, 8), fore=(-74, -4))
    return figure


FACE = View(-90, 4)


def frame(sketch, top=840, half=270):
    """What is seen of somebody who sits: from the breast to @top."""
    sketch.crop((0, 480, 0), half, top - 480, 20)


@drawing
def rolig_drejning():
    sketch, figure = bust(FACE, turn=-52)
    sketch.person(hanging(figure))
    sketch.arrow([add(figure.neck, (240 * math.cos(a), 300 - 60 * math.cos(a), 240 * math.sin(a))) for a in (math.radians(d) for d in range(24, -76, -10))])
    frame(sketch, 930)
    return sketch


@drawing
def oere_mod_skulder():
    sketch, figure = bust(FACE, head=(90, 34))
    start = Figure(hips=(0, SEAT, 0))
    sketch.person(hanging(figure))
    side = figure.neck
    sketch.area([(add(side, (0, -10, -70)), 22), (add(side, (0, 20, -22)), 20), (add(side, (0, 70, 20)), 18)], sketch.outside(figure))
    sketch.ghost_head(start)
    sketch.arrow([add(figure.neck, (60, 240 * math.cos(a), 240 * math.sin(a))) for a in (math.radians(d) for d in range(-24, 36, 8))])
    frame(sketch, 900)
    return sketch


@drawing
def spaend_og_slip_skuldrene():
    sketch, figure = bust(FACE, shrug=38)
    sketch.person(hanging(figure))
    for sign in (1, -1):
        sketch.arrow([(0, 560, sign * 235), (0, 680, sign * 235)], both=True)
    frame(sketch)
    return sketch


@drawing
def skulderbladene_sammen():
    sketch, figure = bust(View(90, 4))
    sketch.person(hanging(figure))
    for sign in (1, -1):
        sketch.area([((-90, 560, sign * 52), 26), ((-90, 505, sign * 44), 24)])
        sketch.arrow([(-80, 515, sign * 150), (-80, 508, sign * 78)])
    frame(sketch)
    return sketch


@drawing
def skulderrul():
    sketch, figure = bust(View(-14, 5))
    sketch.person(hanging(figure), SIDEWAYS, far=FAR)
    x, y, z = figure.shoulders["right"]
    sketch.arrow([(x + 62 * math.cos(a), y + 10 + 62 * math.sin(a), z + 40) for a in (math.radians(d) for d in range(-60, 231, 24))])
    frame(sketch)
    return sketch


@drawing
def hagetraek():
    sketch, figure = bust(View(0, 3), slide=-24)
    start = Figure(hips=(0, SEAT, 0), slide=42)
    sketch.person(hanging(figure), SIDEWAYS, far=FAR)
    sketch.ghost_head(start)
    chin = figure.head_at(60, -70)
    sketch.arrow([add(chin, (150, 0, 0)), add(chin, (40, 0, 0))])
    frame(sketch, 840, 240)
    return sketch


@drawing
def elastik_mod_ydersiden():
    sketch = Sketch(View(-78, 26), 0.5)
    sketch.box((180, -8, 0), (1150, 16, 620))

    def pose(out):
        figure = Figure(trunk=104, head=84, nod=14, hips=(0, 74, 0))
        figure.leg("left", ankle=(485, 44, -85), pole=(0, 1, 0), foot=(0.12, 1, 0))
        figure.leg("right", ankle=(485, 44, 85), pole=(0, 1, 0), foot=(0.12, 1, out))
        for side, sign in SIDES.items():
            figure.arm(side, wrist=(-190, 28, sign * 170), pole=(-1, 0, 0.2 * sign), hand=(-1, -0.1, 0.3 * sign))
        return figure

    figure, start = pose(0.7), pose(-0.1)
    sketch.person(figure, ["left arm", "right arm", "trunk", "head", "left leg", "right leg"])
    left, right = (mix(*figure.limbs[side + " leg"].points[2:], 0.7) for side in ("left", "right"))
    sketch.band([add(right, (26, 18, 22)), add(right, (34, 0, 0)), add(right, (30, -2, -26)), add(left, (30, 0, 26)), add(left, (34, 0, 0)), add(left, (26, 8, -24))])
    sketch.ghost(start, "right leg", 7)
    sketch.arrow([add(right, (30, 90, -30)), add(right, (30, 110, 40)), add(right, (30, 80, 110))])
    return sketch
