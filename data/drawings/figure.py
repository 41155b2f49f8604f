# figure.py - a person of spheres and cones in space, posed by the directions of its limbs and seen from anywhere, drawn as an outline
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lengths are thousandths of a person's height. World: x to the right, y up, z towards the viewer. A body has its own three axes: front,
# up (where the head is when it stands) and right. A direction is a pair of degrees: in the plane of front and up (0 to the front, 90 up,
# 180 to the back, -90 down), and out of that plane, away from the middle for a limb and to the right for the trunk and the head.
import math
from dataclasses import dataclass, field

SIDES = {"right": 1, "left": -1}

# Proportions of an adult: the head is 1/7.5 of the height, the legs are somewhat more than half of it.
HIP, SHOULDER, THIGH, SHANK, UPPER_ARM, FOREARM, PALM, FINGERS = 52, 96, 245, 246, 172, 146, 48, 52
WAIST, CHEST, NECK = 120, 100, 82
HEAD = 100  # from the root of the neck to the middle of the skull


def add(*vectors):
    return tuple(map(sum, zip(*vectors)))


def scale(vector, factor):
    return tuple(factor * value for value in vector)


def sub(a, b):
    return tuple(x - y for x, y in zip(a, b))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(vector):
    return math.sqrt(dot(vector, vector))


def unit(vector):
    return scale(vector, 1 / length(vector))


def mix(a, b, share):
    return add(scale(a, 1 - share), scale(b, share))


def square_to(vector, axis):
    """The part of a vector that is square to an axis, as a unit vector."""
    return unit(sub(vector, scale(axis, dot(vector, axis))))


class View:
    """Parallel light: the camera is turned round the upright axis and lifted, in degrees; -90, 0 looks at the face of who looks right."""

    def __init__(self, turn=0, lift=0):
        self.turn, self.lift = math.radians(turn), math.radians(lift)

    def project(self, point):
        """Right, down and towards the viewer."""
        x, y, z = point
        x, z = x * math.cos(self.turn) + z * math.sin(self.turn), z * math.cos(self.turn) - x * math.sin(self.turn)
        return x, -(y * math.cos(self.lift) - z * math.sin(self.lift)), y * math.sin(self.lift) + z * math.cos(self.lift)


# --- outlines ---

STEP = 3.5  # of the grid on which outlines are looked for, in pixels: less than a finger
FAR_AWAY = 1e9

class Cone:
    """What two circles and the tangents between them enclose."""

    def __init__(self, a, a_radius, b, b_radius, cut=None):
        self.cut = cut
        (self.ax, self.ay), self.a_radius, self.b_radius = a[:2], a_radius, b_radius
        self.dx, self.dy = b[0] - a[0], b[1] - a[1]
        self.square = self.dx * self.dx + self.dy * self.dy
        self.slope = a_radius - b_radius
        self.is_circle = self.square <= self.slope * self.slope + 1e-6
        if self.is_circle:
            if b_radius > a_radius:
                (self.ax, self.ay), self.a_radius = b[:2], b_radius
        else:
            self.edge = math.sqrt(self.square - self.slope * self.slope)
        self.box = (min(a[0] - a_radius, b[0] - b_radius), min(a[1] - a_radius, b[1] - b_radius),
                    max(a[0] + a_radius, b[0] + b_radius), max(a[1] + a_radius, b[1] + b_radius))

    def distance(self, x, y):
        if self.cut is None:
            return self.whole_distance(x, y)
        point, normal = self.cut
        return max(self.whole_distance(x, y), (x - point[0]) * normal[0] + (y - point[1]) * normal[1])

    def whole_distance(self, x, y):
        x, y = x - self.ax, y - self.ay
        if self.is_circle:
            return math.hypot(x, y) - self.a_radius
        across, along = abs(x * self.dy - y * self.dx) / self.square, (x * self.dx + y * self.dy) / self.square
        turn = self.edge * along - self.slope * across
        if turn < 0:
            return math.hypot(x, y) - self.a_radius
        if turn > self.edge:
            return math.hypot(x - self.dx, y - self.dy) - self.b_radius
        return self.edge * across + self.slope * along - self.a_radius


def blend(a, b, width):
    """The lesser of two distances, with a round fillet where they meet."""
    near = width - abs(a - b)
    return min(a, b) - (near * near / (4 * width) if near > 0 else 0)


class Shape:
    """Cones melted into each other, without what lies inside others."""

    def __init__(self, cones, fillet=14, without=(), within=None):
        self.cones, self.fillet, self.without, self.within = cones, fillet, without, within

    def distance(self, x, y):
        value = FAR_AWAY
        near = self.fillet + 2 * STEP
        for cone in self.cones:
            left, top, right, bottom = cone.box
            if left - near < x < right + near and top - near < y < bottom + near:
                value = blend(value, cone.distance(x, y), self.fillet)
        for cone in self.without:
            value = -blend(-value, cone.distance(x, y), 6)
        if self.within is not None:
            value = max(value, self.within.distance(x, y))
        return value

    def box(self):
        boxes = [cone.box for cone in self.cones]
        return (min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes), max(box[3] for box in boxes))

    def contours(self):
        """Closed lines round the shape: marching squares, each crossing placed where the distance is nought."""
        step = STEP
        left, top, right, bottom = self.box()
        left, top = left - 2.3 * step, top - 2.7 * step
        columns, rows = int((right - left) / step) + 4, int((bottom - top) / step) + 4
        values = [[self.distance(left + column * step, top + row * step) for column in range(columns)] for row in range(rows)]
        following = {}
        points = {}

        def crossing(c0, r0, c1, r1):
            key = (c0, r0, c1, r1) if (c0, r0) < (c1, r1) else (c1, r1, c0, r0)
            if key not in points:
                a, b = values[r0][c0], values[r1][c1]
                share = a / (a - b)
                points[key] = (left + (c0 + (c1 - c0) * share) * step, top + (r0 + (r1 - r0) * share) * step)
            return key

        for row in range(rows - 1):
            for column in range(columns - 1):
                corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
                inside = [values[r][c] < 0 for c, r in corners]
                if all(inside) or not any(inside):
                    continue
                # Going round the cell, the line enters where we leave the shape.
                leaves = [i for i in range(4) if inside[i] and not inside[(i + 1) % 4]]
                enters = [i for i in range(4) if not inside[i] and inside[(i + 1) % 4]]
                for i in leaves:
                    j = min(enters, key=lambda e: (i - e) % 4)
                    following[crossing(*corners[i], *corners[(i + 1) % 4])] = crossing(*corners[j], *corners[(j + 1) % 4])
        loops = []
        while following:
            key = next(iter(following))
            loop = []
            while key in following:
                loop.append(points[key])
                key = following.pop(key)
            if len(loop) > 5:
                loops.append(loop)
        return loops


def thin(points, tolerance):
    """Leaves out what a straight line would show as well (Douglas and Peucker)."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        size = math.hypot(bx - ax, by - ay) or 1
        worst, where = 0, 0
        for i in range(first + 1, last):
            x, y = points[i]
            off = abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / size if size > 1 else math.hypot(x - ax, y - ay)
            if off > worst:
                worst, where = off, i
        if worst > tolerance:
            keep[where] = True
            spans += [(first, where), (where, last)]
    return [point for point, kept in zip(points, keep) if kept]


def smooth(loop):
    """Evens out what the grid left: each point halfway to the middle of its neighbours."""
    count = len(loop)
    return [tuple(0.5 * loop[i][k] + 0.25 * (loop[i - 1][k] + loop[(i + 1) % count][k]) for k in (0, 1)) for i in range(count)]


def number(value):
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def pair(point):
    return f"{number(point[0])} {number(point[1])}"


def curve(points, is_closed):
    """A path through the points: cubic curves whose ends point along the neighbours. Each begins where the rounded one before it ended."""
    count = len(points)
    here = (round(points[0][0], 1), round(points[0][1], 1))
    path = "M" + pair(here)
    for i in range(count if is_closed else count - 1):
        a, b = points[i], points[(i + 1) % count]
        before = points[i - 1] if is_closed or i > 0 else a
        after = points[(i + 2) % count] if is_closed or i + 2 < count else b
        size = math.hypot(b[0] - a[0], b[1] - a[1])

        def handle(at, p, q, sign):
            span = math.hypot(q[0] - p[0], q[1] - p[1]) or 1
            return (at[0] + sign * (q[0] - p[0]) / span * size / 3, at[1] + sign * (q[1] - p[1]) / span * size / 3)

        words = [number(value - origin) for point in (handle(a, before, b, 1), handle(b, a, after, -1), b) for value, origin in zip(point, here)]
        path += "c" + "".join(word if k == 0 or word[0] == "-" else " " + word for k, word in enumerate(words))
        here = (round(here[0] + float(words[4]), 1), round(here[1] + float(words[5]), 1))
    return path + ("Z" if is_closed else "")


# --- the body ---

@dataclass
class Limb:
    side: str
    points: list  # the joints, from the trunk on
    stations: list  # (middle, radius) in space, from the trunk on
    twigs: list = field(default_factory=list)  # heel, thumb: pairs of stations
    sleeve: list = field(default_factory=list)  # stations of what covers it
    cuff: tuple = None  # (point, direction) at which the sleeve ends


class Figure:
    def __init__(self, front=(1, 0, 0), up=(0, 1, 0), trunk=90, chest=None, head=None, nod=0, turn=0, hips=(0, 0, 0), shrug=0, slide=0):
        """@nod, @turn: of the head, in degrees; @shrug: how far the shoulders are lifted; @slide: the head is moved to the front."""
        self.front, self.up = unit(front), unit(up)
        self.right = cross(self.front, self.up)
        self.hips = hips
        trunk = self.pair(trunk)
        chest = self.pair(chest, trunk)
        head = self.pair(head, chest)
        self.spine0, self.spine1 = self.direction(*trunk), self.direction(*chest)
        self.face0, self.face1 = self.direction(trunk[0] - 90, 0), self.direction(chest[0] - 90, 0)
        self.right0, self.right1 = square_to(self.right, self.spine0), square_to(self.right, self.spine1)
        self.waist = add(hips, scale(self.spine0, WAIST))
        self.breast = add(self.waist, scale(unit(mix(self.spine0, self.spine1, 0.6)), CHEST))
        self.neck = add(self.breast, scale(self.spine1, NECK))
        self.shoulders = {side: add(self.breast, scale(self.spine1, NECK - 17 + shrug), scale(self.right1, sign * SHOULDER))
                          for side, sign in SIDES.items()}
        self.hip = {side: add(hips, scale(self.right0, sign * HIP)) for side, sign in SIDES.items()}
        self.head_up = self.direction(*head)
        self.head_right = square_to(self.right, self.head_up)
        self.head_front = cross(self.head_up, self.head_right)
        self.skull = add(self.neck, scale(self.head_up, HEAD), scale(self.head_front, 10 + slide))
        tilt, turn = math.radians(nod), math.radians(turn)
        front = add(scale(self.head_front, math.cos(tilt)), scale(self.head_up, -math.sin(tilt)))
        self.head_up = cross(self.head_right, front)
        self.head_front = add(scale(front, math.cos(turn)), scale(self.head_right, math.sin(turn)))
        self.head_right = cross(self.head_front, self.head_up)
        self.shrug = shrug
        self.limbs = {}

    @staticmethod
    def pair(angle, otherwise=None):
        if angle is None:
            return otherwise
        return angle if isinstance(angle, tuple) else (angle, 0)

    def direction(self, angle, out=0):
        angle, out = math.radians(angle), math.radians(out)
        return add(scale(self.front, math.cos(out) * math.cos(angle)), scale(self.up, math.cos(out) * math.sin(angle)),
                   scale(self.right, math.sin(out)))

    def limb_direction(self, side, angle):
        angle, out = self.pair(angle)
        return self.direction(angle, SIDES[side] * out)

    @staticmethod
    def bend(root, target, upper, lower, pole):
        """The joint between two bones so that the second ends at the target (or on the way to it), bent towards @pole."""
        way = sub(target, root)
        reach = min(max(length(way), abs(upper - lower) + 1), upper + lower - 0.5)
        way = unit(way)
        along = (upper * upper - lower * lower + reach * reach) / (2 * reach)
        joint = add(root, scale(way, along), scale(square_to(pole, way), math.sqrt(max(upper * upper - along * along, 0))))
        return joint, add(root, scale(way, reach))

    def leg(self, side, thigh=-90, shank=-90, foot=None, ankle=None, pole=(1, 0, 0), sole=None, toes_up=0):
        """@thigh, @shank: directions; or @ankle: a place, and @pole: where the knee points. @foot: where the toes point;
        @toes_up: degrees that the toes are bent against the foot."""
        hip = self.hip[side]
        if ankle is not None:
            knee, ankle = self.bend(hip, ankle, THIGH, SHANK, pole)
        else:
            knee = add(hip, scale(self.limb_direction(side, thigh), THIGH))
            ankle = add(knee, scale(self.limb_direction(side, shank), SHANK))
        lower = unit(sub(ankle, knee))
        toes = foot if isinstance(foot, tuple) and len(foot) == 3 else self.limb_direction(side, foot if foot is not None else 0)
        toes = unit(toes)
        down = sole or square_to(lower, toes)
        calf = scale(toes, -1) if abs(dot(toes, lower)) < 0.95 else square_to(sub(hip, knee), lower)
        calf = square_to(calf, lower)
        heel = add(ankle, scale(toes, -22), scale(down, 20))
        ball = add(ankle, scale(toes, 78), scale(down, 25))
        bent = math.radians(toes_up)
        tip = add(ball, scale(toes, 34 * math.cos(bent)), scale(down, 3 - 34 * math.sin(bent)))
        thigh_way, shank_way = sub(knee, hip), sub(ankle, knee)
        stations = [(hip, 54), (add(hip, scale(thigh_way, 0.3)), 50), (add(hip, scale(thigh_way, 0.75)), 37), (knee, 33),
                    (add(knee, scale(shank_way, 0.28), scale(calf, 7)), 33), (add(knee, scale(shank_way, 0.55), scale(calf, 4)), 26),
                    (add(knee, scale(shank_way, 0.88)), 18), (ankle, 19)]
        wide = scale(cross(toes, down), 13)
        balls, tips = (add(ball, wide), sub(ball, wide)), (add(tip, scale(wide, 0.8)), sub(tip, scale(wide, 0.8)))
        twigs = [((ankle, 19), (heel, 19)), ((balls[0], 14), (balls[1], 14)), ((tips[0], 11), (tips[1], 11))]
        for end, point in zip(balls, tips):
            twigs += [((heel, 19), (end, 14)), ((add(ankle, scale(toes, 8)), 19), (end, 15)), ((end, 14), (point, 11))]
        end = add(knee, scale(shank_way, 0.62))
        sleeve = [(middle, radius + 5) for middle, radius in stations[:6]] + [(add(knee, scale(shank_way, 0.75)), 26)]
        self.limbs[side + " leg"] = Limb(side, [hip, knee, ankle, tip], stations, twigs, sleeve, (end, lower))
        return self

    def arm(self, side, upper=-90, fore=None, hand=None, wrist=None, pole=(0, -1, 0), thumb=None, fist=False):
        """@upper, @fore, @hand: directions; or @wrist: a place, and @pole: where the elbow points. @thumb: a vector."""
        shoulder = self.shoulders[side]
        if wrist is not None:
            elbow, wrist = self.bend(shoulder, wrist, UPPER_ARM, FOREARM, pole)
        else:
            elbow = add(shoulder, scale(self.limb_direction(side, upper), UPPER_ARM))
            wrist = add(elbow, scale(self.limb_direction(side, fore if fore is not None else upper), FOREARM))
        lower = unit(sub(wrist, elbow))
        if hand is None:
            way = lower
        else:
            way = unit(hand) if len(self.pair(hand)) == 3 else self.limb_direction(side, hand)
        arm_way, fore_way = sub(elbow, shoulder), sub(wrist, elbow)
        stations = [(shoulder, 34), (add(shoulder, scale(arm_way, 0.45)), 29), (elbow, 22), (add(elbow, scale(fore_way, 0.25)), 24),
                    (add(elbow, scale(fore_way, 0.7)), 18), (wrist, 14)]
        palm = add(wrist, scale(way, PALM * 0.75))
        tip = add(wrist, scale(way, PALM + FINGERS * (0.1 if fist else 0.85)))
        twigs = [((wrist, 14), (palm, 18)), ((palm, 18), (tip, 16 if fist else 10))]
        if thumb is not None:
            side_way = square_to(thumb, way)
            twigs.append(((add(wrist, scale(way, 16), scale(side_way, 6)), 9), (add(wrist, scale(way, 48), scale(side_way, 26)), 8)))
        end = add(shoulder, scale(arm_way, 0.6))
        sleeve = [(shoulder, 38), (add(shoulder, scale(arm_way, 0.45)), 34), (add(shoulder, scale(arm_way, 0.75)), 31)]
        self.limbs[side + " arm"] = Limb(side, [shoulder, elbow, wrist, tip], stations, twigs, sleeve, (end, unit(arm_way)))
        return self

    # --- the trunk and the head as stations ---

    def across(self, middle, right, half, radius):
        return [((add(middle, scale(right, -half)), radius), (add(middle, scale(right, half)), radius))]

    def trunk_cones(self):
        """Pairs of stations: hulls from the pelvis to the shoulders."""
        low = add(self.hips, scale(self.spine0, 55))
        belly = add(self.waist, scale(self.face0, 2))
        ribs = add(self.breast, scale(self.face1, 4))
        top = add(self.breast, scale(self.spine1, NECK - 22 + 0.7 * self.shrug))
        cones = []
        for sign in (1, -1):
            cones += [((add(low, scale(self.right0, sign * 34)), 58), (add(belly, scale(self.right0, sign * 28)), 53)),
                      ((add(belly, scale(self.right0, sign * 28)), 53), (add(ribs, scale(self.right1, sign * 26)), 65)),
                      ((add(ribs, scale(self.right1, sign * 26)), 65), (add(top, scale(self.right1, sign * 74)), 30)),
                      ((add(top, scale(self.right1, sign * 74)), 30), (add(self.neck, scale(self.right1, sign * 10)), 24))]
        cones += self.across(ribs, self.right1, 30, 64) + self.across(belly, self.right0, 28, 53) + self.across(top, self.right1, 60, 32)
        return cones

    def pelvis_cones(self):
        cones = []
        low = add(self.hips, scale(self.spine0, 48))
        for sign in (1, -1):
            seat = add(self.hips, scale(self.face0, -24), scale(self.right0, sign * 40), scale(self.spine0, -6))
            side = add(self.hips, scale(self.right0, sign * 40))
            cones += [((seat, 50), (add(low, scale(self.right0, sign * 32)), 60)), ((side, 56), (add(low, scale(self.right0, sign * 34)), 60))]
        return cones + self.across(low, self.right0, 32, 60) + self.across(self.hips, self.right0, 40, 56)

    def head_at(self, front, up, right=0):
        return add(self.skull, scale(self.head_front, front), scale(self.head_up, up), scale(self.head_right, right))

    def stations(self):
        """All spheres: what stands on the floor."""
        spheres = [(self.skull, 60)]
        for a, b in self.trunk_cones() + self.pelvis_cones():
            spheres += [a, b]
        for limb in self.limbs.values():
            spheres += limb.stations
            for a, b in limb.twigs:
                spheres += [a, b]
        return spheres

    def move(self, vector):
        """Moves all of it."""
        def moved(station):
            return (add(station[0], vector), station[1])

        for name in ("hips", "waist", "breast", "neck", "skull"):
            setattr(self, name, add(getattr(self, name), vector))
        for places in (self.shoulders, self.hip):
            for side in places:
                places[side] = add(places[side], vector)
        for limb in self.limbs.values():
            limb.points = [add(point, vector) for point in limb.points]
            limb.stations = [moved(station) for station in limb.stations]
            limb.sleeve = [moved(station) for station in limb.sleeve]
            limb.twigs = [(moved(a), moved(b)) for a, b in limb.twigs]
            limb.cuff = (add(limb.cuff[0], vector), limb.cuff[1])
        return self

    def stand(self, floor=0):
        """Moves it up or down until its lowest point touches the floor."""
        return self.move((0, floor - min(middle[1] - radius for middle, radius in self.stations()), 0))
