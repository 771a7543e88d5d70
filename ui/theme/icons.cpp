// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

namespace foretaste::theme {

namespace {

// In the order of Icon.
constexpr std::array<const char*, 49> kFiles{
    "check",      "clock",        "progress", "error",      "warning",      "info",
    "stop",       "plus",         "search",   "database",   "table",        "schema",
    "wand",       "broadcast",    "user",     "film",       "chart",        "compass",
    "bolt",       "trash",        "refresh",  "folder",     "settings",     "help",
    "arrow-left", "arrow-right",  "arrow-up", "arrow-down", "chevron-left", "chevron-right",
    "chevron-up", "chevron-down", "close",    "copy",       "play",         "sun",
    "moon",       "filter",       "upload",   "download",   "image",        "home",
    "list",       "edit",         "menu",     "minus",      "link",         "beaker",
    "more"};
static_assert(kFiles.size() == static_cast<size_t>(Icon::More) + 1);

QByteArray source(Icon name) {
    static QHash<int, QByteArray> sources;
    QByteArray& svg = sources[static_cast<int>(name)];
    if (svg.isEmpty()) {
        QFile file(QStringLiteral(":/foretaste/icons/%1.svg")
                       .arg(QLatin1String(kFiles[static_cast<size_t>(name)])));
        if (file.open(QIODevice::ReadOnly)) svg = file.readAll();
    }
    return svg;
}

QPixmap render(Icon name, const QSize& pixels, const QColor& color) {
    const QString key = QStringLiteral("foretaste-icon/%1/%2x%3/%4")
                            .arg(static_cast<int>(name))
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(source(name).replace("currentColor", color.name().toLatin1()));
    painter.setOpacity(color.alphaF());
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Asks the theme at the moment of painting, so that an icon set once follows every change.
class ThemedEngine : public QIconEngine {
public:
    ThemedEngine(Icon name, Tone tone) : name_(name), tone_(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        drawIcon(*painter, rect, name_, colorOf(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return render(name_, size, colorOf(mode));
    }
    QIconEngine* clone() const override { return new ThemedEngine(name_, tone_); }

private:
    QColor colorOf(QIcon::Mode mode) const {
        const QColor full = color(tone_);
        return mode == QIcon::Disabled ? blend(colors().card, full, 0.4) : full;
    }

    Icon name_;
    Tone tone_;
};

}  // namespace

QIcon icon(Icon name, Tone tone) {
    return QIcon(new ThemedEngine(name, tone));
}

void drawIcon(QPainter& painter, const QRectF& rect, Icon name, const QColor& color) {
    const qreal ratio = painter.device()->devicePixelRatio();
    const double side = std::min(rect.width(), rect.height());
    const int pixels = std::max(1, static_cast<int>(std::lround(side * ratio)));
    QPixmap pixmap = render(name, QSize(pixels, pixels), color);
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(QPointF(std::round((rect.center().x() - side / 2) * ratio) / ratio,
                               std::round((rect.center().y() - side / 2) * ratio) / ratio),
                       pixmap);
}

QPixmap iconPixmap(Icon name, int size, Tone tone, qreal devicePixelRatio) {
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    QPixmap pixmap = render(name, QSize(pixels, pixels), color(tone));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon applicationIcon() {
    QIcon result;
    QSvgRenderer renderer(QStringLiteral(":/foretaste/icons/foretaste.svg"));
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

}  // namespace foretaste::theme
