# sketch.py - draws figures, what they lie, sit and lean on, and how they move, as SVG
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A drawing has no text, no font and no bitmap. Its colours stand in one style sheet, for a light and for a dark page in the way of the web.
# What is stretched or worked is hatched, what the person starts from is dashed: nothing is told by colour alone.
import math

from figure import Cone, Shape, add, curve, number, pair, scale, smooth, thin

UNIT = 0.44  # pixels for a thousandth of a person's height
MARGIN = 8
TOLERANCE = 0.3

# class: what it is in the light, and what changes in the dark
STYLE = (
    (".line", "fill:none;stroke:#2b3240;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round", "stroke:#e4e7ee"),
    (".skin", "fill:#fff", "fill:#4a4f5c"),
    (".skin.far", "fill:#e9ebf0", "fill:#3d414d"),
    (".shirt", "fill:#b9d3f2", "fill:#3c5f8c"),
    (".shirt.far", "fill:#9fbfe6", "fill:#325079"),
    (".legs", "fill:#8ba3c7", "fill:#2b4468"),
    (".legs.far", "fill:#748eb5", "fill:#243a59"),
    (".hair", "fill:#6b5142", "fill:#8d6c56"),
    (".eye", "fill:#2b3240", "fill:#e4e7ee"),
    (".ghost", "stroke-width:1.8;stroke-dasharray:5 4;opacity:.75", ""),
    (".thing", "fill:#e6e2da;stroke:#857f73;stroke-width:1.6", "fill:#46433d;stroke:#a39d90"),
    (".thing.side", "fill:#d3cdc1", "fill:#38352f"),
    (".band", "stroke:#9c4a8f;stroke-width:4", "stroke:#e08fd2"),
    (".tint", "fill:#e66100;opacity:.22", "fill:#ffa348"),
    (".hatch", "fill:none;stroke:#b84a00;stroke-width:1.7", "stroke:#ffbe6f"),
    (".move", "fill:none;stroke:#1a5fb4;stroke-width:4.5;stroke-linecap:round;stroke-linejoin:round", "stroke:#8ec5ff"),
    (".head", "fill:#1a5fb4;stroke:#1a5fb4;stroke-width:2;stroke-linejoin:round", "fill:#8ec5ff;stroke:#8ec5ff"),
)


def style_sheet():
    light = "".join(f"{name}{{{rules}}}" for name, rules, _ in STYLE)
    dark = "".join(f"{name}{{{rules}}}" for name, _, rules in STYLE if rules)
    return f"{light}\n@media (prefers-color-scheme:dark){{{dark}}}"


class Sketch:
    """A drawing, as large as what is drawn on it."""

    def __init__(self, view, unit=UNIT):
        self.view, self.unit = view, unit
        self.parts = []
        self.n_areas = 0
        self.frame = None
        self.left = self.top = math.inf
        self.right = self.bottom = -math.inf

    # --- from the world to the paper ---

    def at(self, point):
        x, y, _ = self.view.project(point)
        return (x * self.unit, y * self.unit)

    def depth(self, point):
        return self.view.project(point)[2]

    def cone(self, a, b, cut=None):
        return Cone(self.at(a[0]), a[1] * self.unit, self.at(b[0]), b[1] * self.unit, cut)

    def chain(self, stations, cut=None):
        return [self.cone(a, b, cut) for a, b in zip(stations, stations[1:])]

    def stretch(self, points):
        """The paper reaches as far as the lines."""
        across, down = zip(*points)
        self.left, self.right = min(self.left, *across), max(self.right, *across)
        self.top, self.bottom = min(self.top, *down), max(self.bottom, *down)

    def line(self, points, classes, is_closed=False):
        """A curve through the points."""
        self.stretch(points)
        self.parts.append(f'<path class="{classes}" d="{curve(points, is_closed)}"/>')

    def corners(self, points, classes):
        """A closed row of straight lines."""
        self.stretch(points)
        self.parts.append(f'<path class="{classes}" d="M{"L".join(pair(point) for point in points)}Z"/>')

    def outline(self, shape):
        """The contours of a shape, as points."""
        return [smooth(loop) for loop in shape.contours()]

    def fill(self, shape, classes, hidden=None, root=None):
        """Fills and outlines a shape; its outline is left out where it grows out of @hidden, near the cone @root."""
        for loop in self.outline(shape):
            closed = thin(loop + loop[:1], TOLERANCE)[:-1]
            if hidden is None:
                self.line(closed, classes + " line", True)
                continue
            shows = [hidden.distance(x, y) > -1.6 or root.distance(x, y) > 0 for x, y in loop]
            if all(shows):
                self.line(closed, classes + " line", True)
                continue
            self.parts.append(f'<path class="{classes}" d="{curve(closed, True)}"/>')
            if not any(shows):
                continue
            start = next(i for i in range(len(loop)) if shows[i] and not shows[i - 1])
            run = []
            for i in range(start, start + len(loop) + 1):
                if shows[i % len(loop)] and i < start + len(loop):
                    run.append(loop[i % len(loop)])
                else:
                    if len(run) > 2:
                        self.line(thin(run, TOLERANCE), "line")
                    run = []

    # --- a person ---

    def trunk_shapes(self, figure):
        pelvis = Shape([self.cone(a, b) for a, b in figure.pelvis_cones()], 8)
        shirt = Shape([self.cone(a, b) for a, b in figure.trunk_cones()], 8)
        return pelvis, shirt

    def cut(self, cuff):
        """What lies beyond the end of a sleeve; nothing when it points at the viewer."""
        start, end = self.at(cuff[0]), self.at(add(cuff[0], scale(cuff[1], 100)))
        size = math.hypot(end[0] - start[0], end[1] - start[1])
        if size < 8:
            return None
        return (start, ((end[0] - start[0]) / size, (end[1] - start[1]) / size))

    def outside(self, figure, *names):
        """The shape of some limbs and the trunk together."""
        cones = [self.cone(a, b) for a, b in figure.trunk_cones() + figure.pelvis_cones()]
        for limb in (figure.limbs[name] for name in names):
            cones += self.chain(limb.sleeve) + self.chain(limb.stations) + [self.cone(a, b) for a, b in limb.twigs]
        return Shape(cones, 4)

    def limb(self, figure, name, far, hidden):
        limb = figure.limbs[name]
        is_leg = name.endswith("leg")
        bare = limb.stations[4:] if is_leg else limb.stations[1:]
        tone = " far" if far else ""
        self.fill(Shape(self.chain(bare) + [self.cone(a, b) for a, b in limb.twigs], 3 if is_leg else 2), "skin" + tone)
        joints = 3 if is_leg else 1
        sleeve = self.chain(limb.sleeve[:joints + 1]) + self.chain(limb.sleeve[joints:], self.cut(limb.cuff))
        self.fill(Shape(sleeve, 4), ("legs" if is_leg else "shirt") + tone, hidden,
                  self.cone((limb.points[0], 84 if is_leg else 50), (limb.points[0], 50)))

    def hand(self, figure, name):
        """A hand once more, over what it holds."""
        self.fill(Shape([self.cone(a, b) for a, b in figure.limbs[name].twigs], 2), "skin")

    def head(self, figure):
        at = figure.head_at
        face = [self.cone((at(2, 6), 52), (at(-14, 12), 50)), self.cone((at(20, 2), 44), (at(24, -46), 21)), self.cone((at(0, 0), 46), (at(8, -36), 30))]
        nose = [self.cone((at(48, -4), 7), (at(61, -18), 7.5))]
        self.fill(Shape(face + nose, 4), "skin")
        cap = Shape([self.cone((at(0, 10), 57), (at(-18, 12), 54)), self.cone((at(-26, 0), 45), (at(-30, -22), 36))], 5,
                    without=[] if self.depth(figure.head_front) < -0.55 else
                    [self.cone((at(46, -14), 38), (at(26, -60), 40)), self.cone((at(62, 8), 24), (at(46, -14), 38))])
        self.fill(cap, "hair")
        self.features(figure)

    def features(self, figure):
        at = figure.head_at
        front, right = self.depth(figure.head_front), self.depth(figure.head_right)
        for sign in (1, -1):
            if 0.86 * front + 0.5 * sign * right > 0.28:
                x, y = self.at(at(43, 0, sign * 20))
                self.parts.append(f'<circle class="eye" cx="{number(x)}" cy="{number(y)}" r="2.1"/>')
            if sign * right > 0.35:
                self.fill(Shape([self.cone((at(-5, 0, sign * 50), 10), (at(-3, -14, sign * 50), 7))]), "skin")
        if front > -0.2:
            side = math.copysign(1, right)
            smile = [(40, -36, -15), (46, -41, 0), (40, -36, 15)] if front > 0.6 else [(46, -36, 2 * side), (42, -39, 13 * side), (36, -35, 22 * side)]
            self.line([self.at(at(*place)) for place in smile], "line")

    def person(self, figure, order=None, far=()):
        """@order: the parts to draw from the back to the front, where their depth does not tell; @far: those in the shade."""
        pelvis, shirt = self.trunk_shapes(figure)
        depths = {name: sum(self.depth(point) for point in limb.points[:3]) / 3 for name, limb in figure.limbs.items()}
        depths["trunk"] = self.depth(figure.waist)
        depths["head"] = self.depth(figure.skull)
        names = order or sorted(depths, key=depths.get)
        for name in names:
            if name == "trunk":
                self.fill(Shape([self.cone((figure.neck, 27), (figure.head_at(-10, -30), 25))]), "skin")
                self.fill(pelvis, "legs")
                self.fill(shirt, "shirt")
            elif name == "head":
                self.head(figure)
            elif name in figure.limbs:
                hidden = pelvis if name.endswith("leg") else shirt
                is_over = "trunk" not in names or names.index(name) > names.index("trunk")
                self.limb(figure, name, name in far, hidden if is_over else None)

    def ghost(self, figure, name, first=0):
        """Where a limb was at first, from its station @first on: dashed."""
        limb = figure.limbs[name]
        self.ghost_shape(Shape(self.chain(limb.stations[first:]) + [self.cone(a, b) for a, b in limb.twigs], 4))

    def ghost_shape(self, shape):
        for loop in self.outline(shape):
            self.line(thin(loop + loop[:1], TOLERANCE)[:-1], "ghost line", True)

    def ghost_head(self, figure):
        at = figure.head_at
        self.ghost_shape(Shape([self.cone((at(2, 6), 55), (at(-18, 12), 55)), self.cone((at(20, 2), 44), (at(24, -46), 21)),
                                self.cone((at(48, -4), 7), (at(61, -18), 7.5))], 4))

    def crop(self, middle, half, up, down):
        """Leaves out what lies further from the place @middle, in thousandths as all lengths."""
        x, y = self.at(middle)
        self.frame = (x - half * self.unit, x + half * self.unit, y - up * self.unit, y + down * self.unit)

    # --- what is worked, and how it moves ---

    def area(self, stations, inside=None):
        """Hatches the cones through @stations, as far as they lie inside the shape @inside."""
        self.n_areas += 1
        shape = Shape(self.chain(stations), 4, within=inside)
        for loop in self.outline(shape):
            d = curve(thin(loop + loop[:1], TOLERANCE)[:-1], True)
            left, right = min(x for x, _ in loop), max(x for x, _ in loop)
            top, bottom = min(y for _, y in loop), max(y for _, y in loop)
            lines = ""
            x = left - (bottom - top)
            while x < right:
                lines += f"M{pair((x, bottom))}L{pair((x + bottom - top, top))}"
                x += 5.5
            name = f"a{self.n_areas}"
            self.parts.append(f'<clipPath id="{name}"><path d="{d}"/></clipPath><path class="tint" d="{d}"/>'
                              f'<path class="hatch" clip-path="url(#{name})" d="{lines}"/>')

    def arrow(self, points, both=False):
        """Through places of the world; the tip is at the last one."""
        line = [self.at(point) for point in points]
        ends = [(line[-1], line[-2])] + ([(line[0], line[1])] if both else [])
        heads = []
        for tip, before in ends:
            size = math.hypot(tip[0] - before[0], tip[1] - before[1])
            x, y = (tip[0] - before[0]) / size, (tip[1] - before[1]) / size
            base = (tip[0] - 11 * x, tip[1] - 11 * y)
            heads.append([tip, (base[0] - 7 * y, base[1] + 7 * x), (base[0] + 7 * y, base[1] - 7 * x)])
            if tip == line[-1]:
                line[-1] = base
            else:
                line[0] = base
        self.line(line, "move")
        for head in heads:
            self.corners(head, "head")

    # --- things ---

    def box(self, middle, size):
        """A box along the axes of the world; the faces that are seen."""
        x, y, z = (value / 2 for value in size)
        faces = (((1, 0, 0), [(x, -y, -z), (x, y, -z), (x, y, z), (x, -y, z)]), ((-1, 0, 0), [(-x, -y, -z), (-x, y, -z), (-x, y, z), (-x, -y, z)]),
                 ((0, 1, 0), [(-x, y, -z), (x, y, -z), (x, y, z), (-x, y, z)]), ((0, 0, 1), [(-x, -y, z), (x, -y, z), (x, y, z), (-x, y, z)]),
                 ((0, 0, -1), [(-x, -y, -z), (x, -y, -z), (x, y, -z), (-x, y, -z)]))
        for normal, corners in faces:
            if self.depth(normal) > 0.02:
                self.corners([self.at(add(middle, corner)) for corner in corners], "line thing" + ("" if normal == (0, 1, 0) else " side"))

    def ball(self, middle, radius, classes="thing"):
        x, y = self.at(middle)
        self.parts.append(f'<circle class="line {classes}" cx="{number(x)}" cy="{number(y)}" r="{number(radius * self.unit)}"/>')

    def rod(self, a, b, radius, classes="thing"):
        self.fill(Shape([self.cone((a, radius), (b, radius))]), classes)

    def band(self, points):
        self.line([self.at(point) for point in points], "line band")

    def svg(self):
        left, right, top, bottom = self.frame or (self.left - MARGIN, self.right + MARGIN, self.top - MARGIN, self.bottom + MARGIN)
        width, height = math.ceil(right - left), math.ceil(bottom - top)
        body = "\n".join(self.parts)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">\n'
                f"<style>\n{style_sheet()}\n</style>\n"
                f'<g transform="translate({pair((-left, -top))})">\n{body}\n</g>\n</svg>\n')
