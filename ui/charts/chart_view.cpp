// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_view.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QWheelEvent>

#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::charts {

using namespace theme;

Chart::View::View(QChart* chart, Chart& owner) : QChartView(chart, &owner), owner_(owner) {
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setViewportUpdateMode(FullViewportUpdate);
}

void Chart::View::drawForeground(QPainter* painter, const QRectF&) {
    const PainterGuard guard(*painter);
    owner_.drawOver(*painter);
    if (paint::showsFocus(*this)) paint::focusRing(*painter, sceneRect(), kRadiusItem);
}

void Chart::View::mouseMoveEvent(QMouseEvent* event) {
    owner_.hover(mapToScene(event->pos()));
    viewport()->update();
}

void Chart::View::leaveEvent(QEvent* event) {
    owner_.hover(std::nullopt);
    viewport()->update();
    QChartView::leaveEvent(event);
}

void Chart::View::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        owner_.stepHover(event->key() == Qt::Key_Left ? -1 : 1);
        viewport()->update();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Chart::View::focusOutEvent(QFocusEvent* event) {
    owner_.hover(std::nullopt);
    QChartView::focusOutEvent(event);
}

// The page scrolls below the pointer; a chart has nothing to scroll.
void Chart::View::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

namespace {

constexpr int kRow = 22;
constexpr int kMark = 22;

double entryWidth(const QString& name) {
    return kMark + 6 + QFontMetricsF(theme::font(TextRole::Tiny)).horizontalAdvance(name) + kSpaceM;
}

void drawEntry(QPainter& painter, const QRectF& rect, const LegendEntry& entry) {
    const PainterGuard guard(painter);
    const Colors& c = colors();
    const double middle = rect.center().y();
    QPen pen = entry.pen;
    if (!entry.shown) pen.setColor(c.line);
    if (entry.swatch) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawRoundedRect(QRectF(rect.left() + 5, middle - 5, 10, 10), 2, 2);
    } else {
        painter.setPen(pen);
        painter.drawLine(QPointF(rect.left() + 2, middle),
                         QPointF(rect.left() + kMark - 2, middle));
    }
    painter.setFont(theme::font(TextRole::Tiny));
    painter.setPen(entry.shown ? c.text : c.muted);
    painter.drawText(rect.adjusted(kMark + 2, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     entry.name);
}

}  // namespace

class Chart::Legend::Toggle : public QAbstractButton {
public:
    Toggle(const LegendEntry& shown, QWidget* parent) : QAbstractButton(parent), entry(shown) {
        setCheckable(true);
        setChecked(shown.shown);
        setText(shown.name);
        setAccessibleName(Legend::tr("Show %1").arg(shown.name));
        setCursor(Qt::PointingHandCursor);
        setFixedSize(static_cast<int>(std::ceil(entryWidth(shown.name))), kRow);
        show();
    }
    LegendEntry entry;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        LegendEntry now = entry;
        now.shown = isChecked();
        drawEntry(painter, rect(), now);
        if (paint::showsFocus(*this)) {
            const PainterGuard guard(painter);
            paint::focusRing(painter, rect(), kRadiusSmall);
        }
    }
};

Chart::Legend::Legend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setVisible(false);
}

void Chart::Legend::setEntries(const QList<LegendEntry>& entries) {
    bool same = entries.size() == entries_.size();
    for (int i = 0; same && i < entries.size(); ++i) same = entries[i].name == entries_[i].name;
    entries_ = entries;
    if (same) {
        for (int i = 0; i < entries.size(); ++i) {
            toggles_[i]->entry = entries[i];
            toggles_[i]->setChecked(entries[i].shown);
            toggles_[i]->update();
        }
        return;
    }
    qDeleteAll(toggles_);
    toggles_.clear();
    for (int i = 0; i < entries.size(); ++i) {
        auto* toggle = new Toggle(entries[i], this);
        toggles_ << toggle;
        connect(toggle, &QAbstractButton::toggled, this, [this, i](bool shown) {
            entries_[i].shown = shown;
            emit toggled(i, shown);
        });
    }
    place(width(), true);
    updateGeometry();
}

int Chart::Legend::place(int width, bool move) const {
    int x = 0;
    int y = 0;
    for (Toggle* toggle : toggles_) {
        if (x > 0 && x + toggle->width() > width) {
            x = 0;
            y += kRow;
        }
        if (move) toggle->move(x, y);
        x += toggle->width();
    }
    return toggles_.isEmpty() ? 0 : y + kRow;
}

int Chart::Legend::heightForWidth(int width) const {
    return place(width, false);
}

void Chart::Legend::resizeEvent(QResizeEvent*) {
    place(width(), true);
}

double Chart::Legend::draw(QPainter& painter, const QPointF& topLeft, double width) const {
    double x = 0;
    double y = 0;
    for (const LegendEntry& entry : entries_) {
        if (!entry.shown) continue;
        const double wide = entryWidth(entry.name);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += kRow;
        }
        drawEntry(painter, QRectF(topLeft + QPointF(x, y), QSizeF(wide, kRow)), entry);
        x += wide;
    }
    return y + kRow;
}

}  // namespace foretaste::charts
