# lying.py - exercises on a mat
# SPDX-License-Identifier: GPL-3.0-or-later
import math

from figure import Figure, Shape, View, add, mix, scale
from poses import SIDE, arc, chair, drawing, hold_thigh, mat, on_the_back, stick
from sketch import Sketch


@drawing
def nerveglidning():
    sketch = Sketch(SIDE)
    mat(sketch, -660, 560)
    figure = on_the_back()
    figure.leg("left", ankle=(340, 40, -60), pole=(0.3, 1, 0), foot=0)
    figure.leg("right", thigh=97, shank=80, foot=172)
    start = on_the_back().leg("right", thigh=97, shank=-8, foot=38)
    hold_thigh(figure, "right leg")
    knee = figure.limbs["right leg"].points[1]
    sketch.person(figure, ["left leg", "left arm", "trunk", "head", "right leg", "right arm"], far=("left leg", "left arm"))
    hip, _, ankle, _ = figure.limbs["right leg"].points
    back = scale(figure.direction(7), 18)
    sketch.area([(add(mix(hip, knee, share), back), 24) for share in (0.72, 0.9)] + [(add(mix(knee, ankle, share), back), 20) for share in (0.1, 0.5)],
                sketch.outside(figure, "right leg"))
    sketch.ghost(start, "right leg", 3)
    sketch.arrow(arc(knee, 330, 8, 66, figure))
    return sketch


@drawing
def ballestraek():
    sketch = Sketch(View(30, 20))
    mat(sketch, -640, 330)
    figure = on_the_back()
    figure.leg("left", thigh=112, shank=10, foot=84)
    hip, knee = figure.limbs["left leg"].points[:2]
    figure.leg("right", ankle=add(mix(hip, knee, 0.86), (-28, 44, 44)), pole=(0.2, 0.35, 1), foot=(-0.25, 0.35, -1))
    hold_thigh(figure, "left leg", 0.45)
    sketch.person(figure, ["left leg", "left arm", "trunk", "head", "right arm", "right leg"], far=("left arm",))
    seat = figure.hip["right"]
    sketch.area([(add(seat, (30, -38, 40)), 40), (add(seat, (66, 10, 40)), 36)], sketch.outside(figure, "right leg"))
    sketch.arrow(arc(hip, 430, 92, 118, figure))
    return sketch


@drawing
def baekkenloeft():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 420)

    def pose(is_up):
        figure = Figure(trunk=204, chest=204, head=178, hips=(0, 182, 0)) if is_up else Figure(trunk=180, head=180, hips=(26, 74, 0))
        for side, sign in (("left", -1), ("right", 1)):
            figure.leg(side, ankle=(226, 40, sign * 60), pole=(0.2, 1, 0), foot=0)
            figure.arm(side, upper=(-6, 16), fore=(0, 10), hand=(0, 0))
        return figure

    figure = pose(True)
    sketch.person(figure, ["left leg", "left arm", "trunk", "head", "right leg", "right arm"], far=("left leg", "left arm"))
    seat = figure.hip["right"]
    sketch.area([(add(seat, (-50, -46, 20)), 42), (add(seat, (46, -30, 20)), 34)], sketch.outside(figure, "right leg"))
    low = pose(False)
    sketch.ghost_shape(Shape([sketch.cone(a, b) for a, b in low.pelvis_cones()] + sketch.chain(low.limbs["right leg"].stations[:5]), 6))
    sketch.arrow([(-10, 300, 60), (-10, 420, 60)])
    return sketch


ON_THE_BACK = ["left leg", "left arm", "trunk", "head", "right leg", "right arm"]
FAR = ("left leg", "left arm")


def knees_bent(figure, *sides):
    for side in sides or ("left", "right"):
        figure.leg(side, ankle=(300, 40, 60 if side == "right" else -60), pole=(0.2, 1, 0), foot=0)
    return figure


def arms_down(figure):
    for side in ("left", "right"):
        figure.arm(side, upper=(-4, 16), fore=(0, 10), hand=(0, 0))
    return figure


@drawing
def baekkenvip():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 520)
    figure = knees_bent(on_the_back())
    for side in ("left", "right"):
        figure.arm(side, upper=(-6, 30), fore=(0, 20), hand=(0, 0))
    sketch.person(figure, ON_THE_BACK[:-1], far=FAR)
    sketch.area([((-130, 40, 60), 30), ((-50, 30, 60), 26)], sketch.outside(figure))
    sketch.person(figure, ["right arm"])
    sketch.arrow([(-90, 270, 0), (-90, 165, 0)])
    return sketch


@drawing
def knae_til_bryst():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 520)
    figure = knees_bent(on_the_back(), "left")
    figure.leg("right", thigh=133, shank=20, foot=84)
    hold_thigh(figure, "right leg", 0.6)
    sketch.person(figure, ON_THE_BACK[:-1], far=FAR)
    seat = figure.hip["right"]
    sketch.area([(add(seat, (-80, -44, 20)), 36), (add(seat, (40, -20, 20)), 40)], sketch.outside(figure, "right leg"))
    sketch.person(figure, ["right arm"])
    sketch.ghost(knees_bent(on_the_back()), "right leg", 1)
    sketch.arrow(arc(seat, 420, 64, 112, figure))
    return sketch


@drawing
def aflastende_rygleje():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 330)
    figure = arms_down(on_the_back())
    chair(sketch, 210, 284, back=False)
    for side in ("left", "right"):
        figure.leg(side, thigh=88, shank=0, foot=62)
        figure.arm(side, upper=(-4, 22), fore=(0, 12), hand=(0, 0))
    sketch.person(figure, ON_THE_BACK, far=FAR)
    return sketch


@drawing
def haelglid():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 620)
    figure = arms_down(knees_bent(on_the_back()))
    figure.leg("right", ankle=(455, 40, 60), pole=(0, 1, 0), foot=72)
    sketch.person(figure, ON_THE_BACK, far=FAR)
    sketch.area([((-60, 112, 40), 36), ((10, 112, 40), 36)], sketch.outside(figure))
    sketch.ghost(knees_bent(on_the_back()), "right leg", 1)
    sketch.arrow([(330, 22, 150), (520, 22, 150)])
    return sketch


@drawing
def baekkenloeft_paa_et_ben():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 420)
    figure = arms_down(Figure(trunk=204, chest=204, head=178, hips=(0, 182, 0)))
    figure.leg("left", ankle=(226, 40, -60), pole=(0.2, 1, 0), foot=0)
    figure.leg("right", thigh=24, shank=24, foot=100)
    sketch.person(figure, ON_THE_BACK, far=FAR)
    seat = figure.hip["left"]
    sketch.area([(add(seat, (-50, -46, 120)), 42), (add(seat, (46, -30, 120)), 34)], sketch.outside(figure, "right leg"))
    sketch.arrow([(-10, 300, 60), (-10, 420, 60)])
    return sketch


@drawing
def arm_op_med_stok():
    sketch = Sketch(View(24, 24))
    mat(sketch, -720, 420)

    def pose(angle):
        figure = knees_bent(on_the_back())
        for side in ("left", "right"):
            figure.arm(side, upper=angle, fore=angle + 4, hand=angle, fist=True)
        return figure

    start, figure = pose(80), pose(150)
    sketch.person(figure, ["left leg", "trunk", "head", "left arm", "right leg", "right arm"], far=("left leg",))
    stick(sketch, figure)
    sketch.ghost(start, "right arm", 1)
    sketch.ghost(start, "left arm", 1)
    shoulder = start.shoulders["right"]
    sketch.arrow(arc(shoulder, 450, 84, 128, figure))
    return sketch


@drawing
def rolig_vejrtraekning():
    sketch = Sketch(SIDE)
    mat(sketch, -560, 520)
    figure = arms_down(knees_bent(on_the_back()))
    figure.arm("right", wrist=(-130, 150, 50), pole=(-0.2, -0.6, 1), hand=(0.8, 0.05, -0.6))
    sketch.person(figure, ON_THE_BACK, far=FAR)
    sketch.arrow([(-85, 190, 40), (-85, 290, 40)], both=True)
    return sketch


@drawing
def maveleje_paa_albuerne():
    sketch = Sketch(SIDE)
    mat(sketch, -620, 440)
    figure = Figure(trunk=8, chest=42, head=72, nod=4, hips=(0, 66, 0))
    for side in ("left", "right"):
        x, _, z = figure.shoulders[side]
        figure.leg(side, thigh=(181, 4), shank=(180, 0), foot=(-176))
        figure.arm(side, wrist=(x + 150, 18, z * 0.7), pole=(-0.2, -1, 0), hand=(1, 0, 0))
    sketch.person(figure, ["left leg", "left arm", "trunk", "head", "right leg", "right arm"], far=FAR)
    return sketch


def on_all_fours(trunk=3, chest=3, head=4, nod=40, x=0):
    figure = Figure(trunk=trunk, chest=chest, head=head, nod=nod, hips=(x - 150, 300, 0))
    for side, sign in (("left", -1), ("right", 1)):
        figure.leg(side, thigh=-90, shank=180, foot=180)
        figure.arm(side, wrist=(x + 140, 26, sign * 80), pole=(-1, 0, 0), hand=(1, -0.05, 0))
    return figure


@drawing
def kat_og_ko():
    sketch = Sketch(SIDE, 0.36)
    mat(sketch, -480, 1190)
    for x, pose, arrow in ((0, (36, -30, -64, 20), (490, 580)), (880, (-16, 24, 60, 10), (430, 345))):
        figure = on_all_fours(*pose, x=x)
        sketch.person(figure, ["left leg", "left arm", "head", "trunk", "right leg", "right arm"], far=FAR)
        sketch.arrow([(x - 20, height, 0) for height in arrow])
    return sketch


@drawing
def modsat_arm_og_ben():
    sketch = Sketch(SIDE)
    mat(sketch, -480, 330)
    figure = on_all_fours()
    figure.leg("left", thigh=178, shank=178, foot=-95)
    figure.arm("right", upper=4, fore=2, hand=0)
    sketch.person(figure, ON_THE_BACK, far=FAR)
    sketch.arrow([(330, 460, 60), (470, 464, 60)])
    sketch.arrow([(-420, 400, -60), (-560, 404, -60)])
    return sketch


@drawing
def sideliggende_benloeft():
    sketch = Sketch(View(0, 14))
    mat(sketch, -560, 560)

    def pose(angle):
        figure = Figure(front=(0, 0, 1), up=(-1, 0, 0), head=(90, 8), hips=(0, 100, 0))
        figure.leg("right", thigh=(-50, 0), shank=(-128, 0), foot=(-60, 0))
        figure.leg("left", thigh=(-97, angle), shank=(-97, angle), foot=(-8, 0))
        figure.arm("right", upper=(80, -4), fore=(100, -6), hand=(100, 0))
        figure.arm("left", wrist=(-190, 20, 150), pole=(-0.6, 0.5, 0.6), hand=(0.1, -0.3, 1))
        return figure

    figure = pose(32)
    sketch.person(figure, ["right arm", "right leg", "trunk", "head", "left leg", "left arm"])
    sketch.ghost(pose(2), "left leg", 2)
    sketch.area([((-40, 150, 0), 34), ((36, 148, 0), 36)], sketch.outside(figure, "left leg"))
    sketch.arrow([(560, 200, 60), (590, 300, 60), (580, 400, 60)])
    return sketch


@drawing
def udaddrejning_med_stok():
    sketch = Sketch(View(52, 34))
    mat(sketch, -560, 420)

    def pose(right, left):
        figure = knees_bent(on_the_back())
        for side, out in (("right", right), ("left", left)):
            figure.arm(side, upper=(-4, 10), fore=(92, out), hand=(92, out), fist=True)
        return figure

    start, figure = pose(0, 0), pose(-34, 42)
    sketch.person(figure, ["left leg", "left arm", "trunk", "head", "right leg", "right arm"])
    stick(sketch, figure)
    for side in ("left arm", "right arm"):
        sketch.hand(figure, side)
    sketch.ghost(start, "left arm", 2)
    elbow = figure.limbs["left arm"].points[1]
    sketch.arrow([add(elbow, (0, 330 * math.cos(a), -330 * math.sin(a))) for a in (math.radians(d) for d in range(0, 49, 8))])
    return sketch
