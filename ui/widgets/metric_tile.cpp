// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/metric_tile.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/tabular.h"

namespace foretaste::widgets {

using namespace theme;

class MetricTile::Figure : public QWidget {
public:
    explicit Figure(QWidget* parent) : QWidget(parent) {
        setFont(theme::font(TextRole::Number));
        setFixedHeight(30);
    }
    void set(const QString& text) {
        text_ = text;
        updateGeometry();
        update();
    }
    QString text() const { return text_; }
    QSize sizeHint() const override {
        const double width = tabularWidth(QFontMetricsF(font()), text_);
        return {static_cast<int>(std::ceil(width)), 30};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(colors().text);
        drawTabular(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, text_);
    }

private:
    QString text_;
};

class MetricTile::Delta : public QWidget {
public:
    explicit Delta(QWidget* parent) : QWidget(parent) {
        setFont(theme::font(TextRole::Small));
        setFixedHeight(20);
    }
    void set(const QString& text, Tone tone) {
        text_ = text;
        tone_ = tone;
        setToolTip(text);
        update();
    }
    QString text() const { return text_; }

protected:
    void paintEvent(QPaintEvent*) override {
        if (text_.isEmpty()) return;
        QPainter painter(this);
        const PainterGuard guard(painter);
        painter.setBrush(theme::color(tone_));
        painter.setPen(Qt::NoPen);
        double x = 0;
        if (tone_ == Tone::Ok || tone_ == Tone::Bad) {
            const double up = tone_ == Tone::Ok ? 1 : -1;
            const QPointF middle(5, 10.5);
            painter.drawPolygon(QPolygonF{middle + QPointF(0, -4 * up),
                                          middle + QPointF(4.5, 4 * up),
                                          middle + QPointF(-4.5, 4 * up)});
            x = 14;
        }
        painter.setPen(theme::color(tone_));
        const QFontMetricsF metrics(font());
        const QRectF room(x, 0, width() - x, height());
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(text_, Qt::ElideRight, room.width()));
    }

private:
    QString text_;
    Tone tone_ = Tone::Muted;
};

MetricTile::MetricTile(const QString& label, QWidget* parent)
    : QWidget(parent),
      label_(makeLabel(label, TextRole::Small, Tone::Muted, this)),
      figure_(new Figure(this)),
      delta_(new Delta(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceL, 14, kSpaceL, 14);
    layout->setSpacing(kSpaceXxs);
    label_->setFixedHeight(20);
    layout->addWidget(label_);
    layout->addWidget(figure_);
    layout->addWidget(delta_);
    layout->addStretch(1);
    setMinimumWidth(150);
    describe();
}

void MetricTile::setLabel(const QString& label) {
    label_->setText(label);
    describe();
}

void MetricTile::setValue(const QString& value) {
    figure_->set(value);
    describe();
}

QString MetricTile::value() const {
    return figure_->text();
}

void MetricTile::setDelta(const QString& text, Tone tone) {
    delta_->set(text, tone);
    describe();
}

void MetricTile::setDefinition(const QString& definition) {
    definition_ = definition;
    // The markup makes Qt wrap a long definition.
    setToolTip(definition.isEmpty()
                   ? QString()
                   : QStringLiteral("<qt>%1</qt>").arg(definition.toHtmlEscaped()));
    describe();
}

void MetricTile::describe() {
    setAccessibleName(QStringLiteral("%1: %2").arg(label_->text(), figure_->text()));
    setAccessibleDescription(QStringList{delta_->text(), definition_}.join(u'\n').trimmed());
}

void MetricTile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const PainterGuard guard(painter);
    paint::box(painter, rect(), kRadiusCard, colors().card, colors().line);
}

}  // namespace foretaste::widgets
