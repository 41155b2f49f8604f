# poses.py - what the drawings share: views, ways to lie, sit and stand, and the list of all drawings
# SPDX-License-Identifier: GPL-3.0-or-later
from figure import Figure, View, add, mix, scale

DRAWINGS = {}


def drawing(function):
    """The drawing has the name of the function."""
    DRAWINGS[function.__name__.replace("_", "-")] = function
    return function


SIDE = View(18, 14)  # from the side, a little from the feet and from above
UPRIGHT = View(8, 8)  # from the side, for who stands or sits


def mat(sketch, left, right, z=0, width=430):
    sketch.box(((left + right) / 2, -8, z), (right - left, 16, width))


def on_the_back(head=180):
    """Lies with the head to the left, the hips over nought."""
    return Figure(trunk=180, head=head, hips=(0, 74, 0))


def arc(middle, radius, start, end, figure, side="right", steps=8):
    """Places on a circle in the plane of a leg or an arm, by the directions of it."""
    return [add(middle, scale(figure.limb_direction(side, start + (end - start) * i / steps), radius)) for i in range(steps + 1)]


def hold_thigh(figure, leg, share=0.62):
    """Both hands behind a thigh."""
    hip, knee = figure.limbs[leg].points[:2]
    place = mix(hip, knee, share)
    for side, sign in (("right", 1), ("left", -1)):
        z = figure.hip[leg.split()[0]][2] - figure.hips[2]
        figure.arm(side, wrist=add(place, (0, -12, sign * 60 - z * 0.4)), pole=(-0.3, -1, 0.5 * sign), hand=(1, 0.15, -0.6 * sign))


def chair(sketch, x, height=245, back=True, z=0, depth=230, width=250):
    """A chair whose seat's middle lies over @x; it looks to the right."""
    leg = 24
    for sign_z in (-1, 1):
        for sign_x in (-1, 1):
            sketch.box((x + sign_x * (depth / 2 - leg / 2), (height - 22) / 2, z + sign_z * (width / 2 - leg / 2)), (leg, height - 22, leg))
    if back:
        sketch.box((x - depth / 2 + 10, height + 130, z), (20, 260, width))
    sketch.box((x, height - 11, z), (depth, 22, width))


def stick(sketch, figure, over=90):
    """A stick through both hands."""
    ends = []
    for side in ("left", "right"):
        _, _, wrist, tip = figure.limbs[side + " arm"].points
        ends.append(mix(wrist, tip, 0.72))
    left, right = ends
    way = scale((right[0] - left[0], right[1] - left[1], right[2] - left[2]), 1 / 200)
    sketch.rod(add(left, scale(way, -over)), add(right, scale(way, over)), 9)
