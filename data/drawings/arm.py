# arm.py - exercises of the forearm at a table
# SPDX-License-Identifier: GPL-3.0-or-later
import math

from figure import Figure, Shape, View, add, mix
from poses import arc, drawing
from sketch import Sketch

UNIT = 0.5
TABLE = 430
HIPS = (0, 300, 0)
VIEW = View(-18, 14)
BEHIND = ["left leg", "left arm", "trunk", "head", "right leg"]
FAR = ("left leg", "left arm")


def table(sketch, edge=258, depth=300):
    for x in (edge - 30, ):
        for z in (-200, 180):
            sketch.box((x, (TABLE - 24) / 2, z), (28, TABLE - 24, 28))
    sketch.box((edge - depth / 2, TABLE - 12, -10), (depth, 24, 420))


def at_table(hand, fist=True):
    figure = Figure(trunk=84, head=84, nod=16, hips=HIPS)
    figure.leg("left", ankle=(250, 39, -65), pole=(1, 0.2, 0), foot=0)
    figure.leg("right", ankle=(250, 39, 65), pole=(1, 0.2, 0), foot=0)
    figure.arm("left", wrist=(200, TABLE + 24, -120), pole=(-1, -1, -0.4), hand=(1, -0.1, 0.3))
    figure.arm("right", wrist=(246, TABLE + 24, 110), pole=(-1, -1, 0), hand=hand, fist=fist)
    return figure


def bottle(sketch, figure, is_near):
    """The half of a bottle behind or before the hand that holds it."""
    _, _, wrist, tip = figure.limbs["right arm"].points
    hand = mix(wrist, tip, 0.85)
    sketch.rod(add(hand, (0, 0, 30 if is_near else -85)), add(hand, (0, 0, 85 if is_near else 0)), 19)


def draw_at_table(sketch, figure):
    sketch.person(figure, BEHIND, far=FAR)
    table(sketch)
    bottle(sketch, figure, False)
    sketch.person(figure, ["right arm"])
    bottle(sketch, figure, True)
    sketch.crop((130, 500, 0), 320, 360, 200)


def worked(sketch, figure):
    elbow, wrist = figure.limbs["right arm"].points[1:3]
    sketch.area([(add(mix(elbow, wrist, share), (0, 10, 0)), 16) for share in (0.06, 0.62)], sketch.outside(figure, "right arm"))


@drawing
def stille_haandled():
    sketch = Sketch(VIEW, UNIT)
    figure, start = at_table(0), at_table(-48)
    draw_at_table(sketch, figure)
    worked(sketch, figure)
    sketch.ghost(start, "right arm", 5)
    return sketch


@drawing
def langsom_saenkning():
    sketch = Sketch(VIEW, UNIT)
    figure, start = at_table(-40), at_table(48)
    draw_at_table(sketch, figure)
    worked(sketch, figure)
    sketch.ghost(start, "right arm", 5)
    wrist = figure.limbs["right arm"].points[2]
    sketch.arrow(arc(add(wrist, (0, 0, 70)), 150, 44, -36, figure))
    return sketch


@drawing
def straek_af_underarmen():
    sketch = Sketch(View(-12, 6), UNIT)
    figure = Figure(trunk=90, hips=HIPS)
    figure.arm("right", upper=(-16, -4), fore=(2, -8), hand=-86)
    wrist, tip = figure.limbs["right arm"].points[2:]
    figure.arm("left", wrist=add(mix(wrist, tip, 0.62), (-26, 0, -62)), pole=(0.1, -1, -0.8), hand=(0.75, -0.1, 0.8))
    sketch.person(figure, ["left arm", "trunk", "head", "right arm"], far=("left arm",))
    sketch.hand(figure, "left arm")
    worked(sketch, figure)
    sketch.arrow([add(tip, (70, 10, 0)), add(tip, (-20, -50, 0)), add(tip, (-110, -50, 0))])
    sketch.crop((140, 560, 0), 300, 320, 180)
    return sketch


@drawing
def drej_hammeren():
    sketch = Sketch(View(-64, 16), UNIT)
    figure = at_table(0)
    sketch.person(figure, ["left leg", "right leg", "trunk", "head", "left arm"])
    table(sketch)
    wrist, tip = figure.limbs["right arm"].points[2:]
    fist = mix(wrist, tip, 0.8)

    def hammer(angle, draw):
        up, out = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        low, high = (add(fist, (0, length * up, length * out)) for length in (-50, 190))
        side = (0, -out * 44, up * 44)
        draw(low, high, 11)
        draw(add(high, side), add(high, (0, -side[1], -side[2])), 20)

    hammer(0, sketch.rod)
    sketch.person(figure, ["right arm"])
    sketch.hand(figure, "right arm")
    for angle in (-62, 62):
        hammer(angle, lambda a, b, radius: sketch.ghost_shape(Shape([sketch.cone((a, radius), (b, radius))])))
    sketch.arrow([add(fist, (0, 220 * math.cos(a), 220 * math.sin(a))) for a in (math.radians(d) for d in range(-60, 61, 12))], both=True)
    return sketch
