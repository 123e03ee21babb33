"""Small plots as SVG, without a plotting library."""
from xml.sax.saxutils import escape

W, H, L, R, T, B = 640, 360, 64, 24, 36, 48


def _frame(title, x_label, y_label, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {W} {H}" font-family="sans-serif" font-size="12" role="img" '
            f'aria-label="{escape(title)}"><rect width="{W}" height="{H}" fill="#fff"/>'
            f'<text x="{W / 2}" y="20" text-anchor="middle" font-size="14">{escape(title)}</text>'
            f'<text x="{(L + W - R) / 2}" y="{H - 10}" text-anchor="middle">{escape(x_label)}</text>'
            f'<text x="16" y="{(T + H - B) / 2}" text-anchor="middle" transform="rotate(-90 16 {(T + H - B) / 2})">{escape(y_label)}</text>'
            f'{body}</svg>\n')


def bars(title, rows, x_label, limit=None, target=None):
    """rows: (name, value, low, high); horizontal bars with intervals; target: a dashed line."""
    height = 22 * len(rows) + T + B
    top = limit or max([r[3] if r[3] is not None else r[1] for r in rows] + [target or 0]) * 1.05
    left = 220

    def x(v):
        return left + min(v, top) / top * (W - left - R)
    body = ""
    for i, (name, value, low, high) in enumerate(rows):
        y = T + 22 * i
        body += (f'<text x="{left - 6}" y="{y + 14}" text-anchor="end">{escape(str(name))}</text>'
                 f'<rect x="{left}" y="{y + 4}" width="{max(0.5, x(value) - left):.1f}" height="12" fill="#4a6fa5"/>')
        if low is not None:
            body += f'<line x1="{x(low):.1f}" x2="{x(high):.1f}" y1="{y + 10}" y2="{y + 10}" stroke="#222"/>'
        body += f'<text x="{x(high if high is not None else value) + 4:.1f}" y="{y + 14}" font-size="10">{value:.2f}</text>'
    if target is not None:
        body += f'<line x1="{x(target):.1f}" x2="{x(target):.1f}" y1="{T}" y2="{height - B}" stroke="#b35900" stroke-dasharray="4 3"/>'
    text = _frame(title, x_label, "", body)
    return text.replace(f'viewBox="0 0 {W} {H}"', f'viewBox="0 0 {W} {height}"').replace(f'height="{H}"', f'height="{height}"').replace(
        f'y="{H - 10}"', f'y="{height - 10}"')


def lines(title, series, x_label, y_label, x_ticks, y_max=100):
    """series: {name: [(x position 0-1, y)]}; x_ticks: [(position, label)]"""
    colours = ["#4a6fa5", "#b35900", "#5a8f5a", "#7a5aa0", "#888"]

    def point(p):
        return L + p[0] * (W - L - R), H - B - p[1] / y_max * (H - T - B)
    body = f'<path d="M{L} {T}V{H - B}H{W - R}" fill="none" stroke="#222"/>'
    for pos, label in x_ticks:
        body += f'<text x="{L + pos * (W - L - R):.1f}" y="{H - B + 16}" text-anchor="middle">{escape(str(label))}</text>'
    for v in range(0, 101, 20):
        y = H - B - v / 100 * (H - T - B)
        body += f'<text x="{L - 6}" y="{y + 4:.1f}" text-anchor="end">{v / 100 * y_max:.4g}</text>'
    for i, (name, points) in enumerate(series.items()):
        colour = colours[i % len(colours)]
        d = " ".join(f"{x:.1f},{y:.1f}" for x, y in map(point, points))
        body += f'<polyline points="{d}" fill="none" stroke="{colour}" stroke-width="2"/>'
        body += "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in map(point, points))
        body += f'<text x="{W - R}" y="{H - B - 12 - 16 * i}" text-anchor="end" fill="{colour}">{escape(name)}</text>'
    return _frame(title, x_label, y_label, body)


def dots(title, points, x_label, y_label, x_max, y_min, y_max):
    """points: (name, x, y)"""
    body = f'<path d="M{L} {T}V{H - B}H{W - R}" fill="none" stroke="#222"/>'
    for k in range(5):
        v = y_min + (y_max - y_min) * k / 4
        y = H - B - k / 4 * (H - T - B)
        body += f'<text x="{L - 6}" y="{y + 4:.1f}" text-anchor="end">{v:.3g}</text>'
        body += f'<text x="{L + k / 4 * (W - L - R):.1f}" y="{H - B + 16}" text-anchor="middle">{x_max * k / 4:.3g}</text>'
    for name, x, y in points:
        px, py = L + min(x / x_max, 1) * (W - L - R), H - B - (y - y_min) / (y_max - y_min) * (H - T - B)
        end = px > W * 0.7
        body += (f'<circle cx="{px:.1f}" cy="{py:.1f}" r="4" fill="#4a6fa5"/><text x="{px + (-7 if end else 7):.1f}" y="{py + 4:.1f}" font-size="10" '
                 f'text-anchor="{"end" if end else "start"}">{escape(name)}</text>')
    return _frame(title, x_label, y_label, body)
