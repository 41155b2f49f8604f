# standing.py - exercises on the feet, at a table, a wall or a step
# SPDX-License-Identifier: GPL-3.0-or-later
import math

from figure import Figure, View, add, mix
from poses import UPRIGHT, arc, drawing
from sketch import Sketch

FAR = ("left leg", "left arm")
SIDEWAYS = ["left leg", "left arm", "trunk", "head", "right leg", "right arm"]
UNIT = 0.36  # a person who stands is high
FRONT = View(-90, 6)
HIP = 525


def floor(sketch, left, right, near=260, far=-260):
    sketch.box(((left + right) / 2, -6, (near + far) / 2), (right - left, 12, near - far))


def counter(sketch, x, z=0, depth=260, width=420, height=520):
    """A kitchen table whose near edge is at @x."""
    sketch.box((x + depth / 2, height / 2 - 12, z), (depth - 40, height - 24, width - 40))
    sketch.box((x + depth / 2, height - 12, z), (depth, 24, width))


def wall(sketch, x, height=1080, near=230, far=-300):
    sketch.box((x + 12, height / 2, (near + far) / 2), (24, height, near - far))


def upright(trunk=90, hips=(0, HIP, 0), **rest):
    return Figure(trunk=trunk, hips=hips, **rest)


def feet(figure, x=0, gap=55, foot=0, **rest):
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(x, 39, sign * gap), foot=foot, **rest)
    return figure


def hands_at(figure, x, y, gap=90, hand=(1, 0, 0), pole=(-1, -0.6, 0)):
    for side, sign in (("left", -1), ("right", 1)):
        figure.arm(side, wrist=(x, y, sign * gap), pole=pole, hand=hand)
    return figure


def on_toes(figure, x=0, y=0, gap=55):
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, ankle=(x, y + 112, sign * gap), foot=(0.62, -0.78, 0), toes_up=51)
    return figure


@drawing
def taahaevning():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -260, 620)
    counter(sketch, 270)
    figure = hands_at(on_toes(upright(hips=(8, HIP + 72, 0)), -20), 262, 540, pole=(-1, -1, 0), hand=(1, -0.08, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    knee, ankle = figure.limbs["right leg"].points[1:3]
    sketch.area([(add(mix(knee, ankle, share), (-16, 0, 0)), 26) for share in (0.12, 0.5)], sketch.outside(figure, "right leg"))
    sketch.arrow([(-130, 40, 60), (-130, 150, 60)])
    return sketch


@drawing
def staa_paa_et_ben():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -260, 620)
    counter(sketch, 250)
    figure = upright(88)
    figure.leg("left", ankle=(-8, 39, -20), pole=(1, 0, 0), foot=0)
    figure.leg("right", thigh=-48, shank=-118, foot=-32)
    figure.arm("left", wrist=(240, 540, -110), pole=(-1, -1, 0), hand=(1, -0.08, 0))
    figure.arm("right", upper=(-94, 10), fore=(-72, 4))
    sketch.person(figure, SIDEWAYS, far=FAR)
    return sketch


@drawing
def straek_af_laeggen():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -480, 480)
    figure = Figure(trunk=74, chest=74, head=84, hips=(-60, 470, 0))
    wall(sketch, 430)
    figure.leg("left", ankle=(170, 39, -60), foot=0)
    figure.leg("right", ankle=(-330, 39, 60), foot=0)
    hands_at(figure, 395, 700, hand=(0.25, 1, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    knee, ankle = figure.limbs["right leg"].points[1:3]
    sketch.area([(add(mix(knee, ankle, share), (-18, 12, 0)), 26) for share in (0.1, 0.6)], sketch.outside(figure, "right leg"))
    sketch.arrow([(-330, 190, 60), (-345, 95, 60)])
    return sketch


@drawing
def armstraek_mod_vaeggen():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -420, 480)
    wall(sketch, 430)

    def pose(lean):
        x, y = math.cos(math.radians(lean)), math.sin(math.radians(lean))
        figure = Figure(trunk=lean, head=lean, hips=(-70 + 488 * x, 39 + 488 * y, 0))
        return hands_at(feet(figure, -70), 404, 790, 120, hand=(0.1, 1, 0), pole=(-0.3, -1, 0))

    figure, start = pose(71), pose(81)
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.ghost_head(start)
    sketch.arrow([(70, 1030, 0), (230, 1010, 0)], both=True)
    return sketch


@drawing
def fingre_op_ad_vaeggen():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -280, 480)
    wall(sketch, 330, 1180)
    figure = feet(upright())
    figure.arm("left", upper=(-90, 6), fore=(-84, 0))
    figure.arm("right", wrist=(290, 960, 100), pole=(0.2, -1, 0), hand=(0.35, 1, 0))
    start = feet(upright())
    start.arm("right", wrist=(275, 720, 100), pole=(-0.2, -1, 0), hand=(0.5, 1, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.ghost(start, "right arm", 1)
    sketch.arrow([(190, 1000, 160), (200, 1120, 160)])
    return sketch


@drawing
def pendul():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -420, 640)
    counter(sketch, 330)
    figure = Figure(trunk=38, chest=34, head=30, nod=20, hips=(-90, 490, 0))
    figure.leg("left", ankle=(40, 39, -70), foot=0)
    figure.leg("right", ankle=(-170, 39, 70), foot=0)
    figure.arm("left", wrist=(370, 548, -90), pole=(-0.5, -1, 0), hand=(1, -0.1, 0))
    figure.arm("right", upper=-90, fore=-90, hand=-90)
    start = Figure(trunk=38, chest=34, hips=(-90, 490, 0)).arm("right", upper=-70, fore=-70, hand=-70)
    back = Figure(trunk=38, chest=34, hips=(-90, 490, 0)).arm("right", upper=-110, fore=-110, hand=-110)
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.ghost(start, "right arm", 1)
    sketch.ghost(back, "right arm", 1)
    sketch.arrow(arc(figure.shoulders["right"], 480, -112, -68, figure), both=True)
    return sketch


@drawing
def straek_af_hoftens_yderside():
    sketch = Sketch(FRONT, UNIT)
    figure = Figure(trunk=(90, 10), chest=(90, 3), head=(90, -2), hips=(0, 505, -110))
    floor(sketch, -200, 200, 260, -420)
    sketch.box((0, 540, -412), (400, 1080, 24))
    figure.leg("right", ankle=(20, 39, 60), foot=(1, 0, 0.1))
    figure.leg("left", ankle=(-90, 39, 150), foot=(1, 0, 0.1))
    figure.arm("left", wrist=(0, 770, -385), pole=(0, -1, 0), hand=(0.1, 1, -0.2))
    figure.arm("right", wrist=(30, 560, 56), pole=(-0.4, 0, 1), hand=(0.2, -0.4, -1))
    sketch.person(figure, ["left leg", "right leg", "left arm", "trunk", "head", "right arm"])
    sketch.area([(add(figure.hip["left"], (40, 60, -50)), 34), (add(figure.hip["left"], (40, -70, -40)), 34)], sketch.outside(figure, "left leg"))
    sketch.arrow([(60, 500, 190), (60, 500, 70)])
    return sketch


@drawing
def gang_til_siden_med_elastik():
    sketch = Sketch(View(-90, 10), UNIT)
    floor(sketch, -220, 220, 420, -420)
    figure = Figure(trunk=72, chest=72, head=84, hips=(-80, 470, 0))
    figure.leg("right", ankle=(20, 39, 130), pole=(1, 0, 0.25), foot=(1, 0, 0.12))
    figure.leg("left", ankle=(20, 39, -190), pole=(1, 0, -0.35), foot=(1, 0, -0.12))
    for side, sign in (("left", -1), ("right", 1)):
        figure.arm(side, wrist=(150, 640, sign * 60), pole=(-0.3, -0.6, sign), hand=(0.3, 0.3, -sign))
    sketch.person(figure)
    knees = [mix(*figure.limbs[side + " leg"].points[:2], 0.84) for side in ("right", "left")]
    outer = [add(knees[0], (20, 4, 44)), add(knees[1], (20, 4, -44))]
    sketch.band([outer[0], add(knees[0], (50, -6, 0)), add(knees[1], (50, -6, 0)), outer[1]])
    sketch.arrow([(60, 230, -330), (60, 230, -450)])
    return sketch


def rail(sketch, left, right, y, z):
    """A hand rail on two posts, along the way one looks."""
    for x in (left + 20, right - 20):
        sketch.rod((x, 0, z), (x, y, z), 11)
    sketch.rod((left, y, z), (right, y, z), 15)


@drawing
def langsomt_nedtrin():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -330, 460)
    rail(sketch, -220, 330, 640, -200)
    sketch.box((-90, 60, 0), (290, 120, 330))
    figure = Figure(trunk=76, chest=78, head=86, hips=(-68, 590, 0))
    figure.leg("left", ankle=(-60, 159, -40), pole=(1, 0, 0), foot=0)
    figure.leg("right", ankle=(150, 44, 60), pole=(1, 0, 0), foot=(1, 0.42, 0))
    figure.arm("left", wrist=(110, 660, -190), pole=(-1, -1, -0.2), hand=(1, -0.1, 0), fist=True)
    figure.arm("right", upper=(-92, 12), fore=(-60, 4))
    start = Figure(trunk=88, hips=(-68, 644, 0))
    sketch.person(figure, SIDEWAYS, far=FAR)
    sketch.ghost_head(start)
    sketch.arrow([(-300, 760, 0), (-300, 600, 0)])
    return sketch


@drawing
def haelloeft_med_haandklaede():
    sketch = Sketch(UPRIGHT, UNIT)
    floor(sketch, -360, 420)
    sketch.box((130, 60, 0), (360, 120, 380))
    figure = on_toes(upright(hips=(28, HIP + 192, 0)), 0, 122)
    rail(sketch, -100, 330, 700, -170)
    sketch.rod((88, 138, -130), (88, 138, 130), 18)
    figure.arm("left", wrist=(180, 722, -160), pole=(-1, -1, 0), hand=(1, -0.1, 0), fist=True)
    figure.arm("right", upper=(-96, 8), fore=(-80, 4))
    sketch.person(figure, SIDEWAYS, far=FAR)
    knee, ankle = figure.limbs["right leg"].points[1:3]
    sketch.area([(add(mix(knee, ankle, share), (-16, 0, 0)), 26) for share in (0.12, 0.5)], sketch.outside(figure, "right leg"))
    sketch.arrow([(-110, 150, 60), (-110, 270, 60)], both=True)
    return sketch


@drawing
def gaa_paa_linje():
    sketch = Sketch(View(-52, 12), UNIT)
    floor(sketch, -520, 520, 260, -420)
    sketch.box((0, 250, -330), (1000, 500, 160))
    sketch.box((0, 510, -330), (1020, 24, 190))
    sketch.box((0, 1, 0), (1000, 2, 26))
    figure = upright(hips=(0, 515, 0))
    figure.leg("left", ankle=(112, 39, 0), pole=(1, 0, 0), foot=0)
    figure.leg("right", ankle=(-70, 39, 0), pole=(1, 0, 0), foot=0)
    figure.arm("left", wrist=(60, 620, -250), pole=(-1, -0.6, -0.3), hand=(1, -0.1, -0.2))
    figure.arm("right", upper=(-88, 34), fore=(-60, 22))
    sketch.person(figure)
    sketch.arrow([(230, 10, 160), (400, 10, 160)])
    return sketch
