// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/small_parts.h"

#include <QKeyEvent>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"

namespace foretaste::widgets {

using namespace theme;

ProtocolLine::ProtocolLine(const QString& text, QWidget* parent)
    : QWidget(parent), label_(makeLabel({}, TextRole::Tiny, Tone::Muted, this, true)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpaceS, 0, 0);
    label_->setTextFormat(Qt::RichText);
    label_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                                    Qt::LinksAccessibleByKeyboard);
    layout->addWidget(label_);
    connect(label_, &QLabel::linkActivated, this, &ProtocolLine::linkActivated);
    // Links keep the colour they had when the text was set.
    connect(&Theme::get(), &Theme::changed, this, [this] {
        const QString same = this->text();
        setText({});
        setText(same);
    });
    setText(text);
}

void ProtocolLine::setText(const QString& text) {
    label_->setText(text.isEmpty()
                        ? QString()
                        : QStringLiteral("<p style=\"line-height:130%\">%1</p>").arg(text));
    setVisible(!text.isEmpty());
    label_->setProperty("plain", text);
    setAccessibleName(tr("Protocol"));
    setAccessibleDescription(text);
}

QString ProtocolLine::text() const {
    return label_->property("plain").toString();
}

void ProtocolLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QPen pen(colors().line, 1);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
}

TagChip::TagChip(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent), text_(text), tone_(tone) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void TagChip::setText(const QString& text) {
    text_ = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSizeF TagChip::sizeOf(const QString& text) {
    const QFontMetricsF metrics(theme::font(TextRole::Tiny));
    return {std::ceil(metrics.horizontalAdvance(text)) + 16, 18};
}

QSizeF TagChip::draw(QPainter& painter, const QPointF& topLeft, const QString& text, Tone tone) {
    const PainterGuard guard(painter);
    const QRectF rect(topLeft, sizeOf(text));
    const Colors& c = colors();
    const QColor ink = tone == Tone::Warn ? c.series[1] : theme::color(tone);
    // The word says it; only a coloured chip needs an outline that carries meaning.
    const bool light = !(tone == Tone::Muted);
    paint::box(painter, rect, rect.height() / 2, {}, light ? ink : c.line);
    painter.setFont(theme::font(TextRole::Tiny));
    painter.setPen(tone == Tone::Warn ? c.warn : ink);
    painter.drawText(rect, Qt::AlignCenter, text);
    return rect.size();
}

QSize TagChip::sizeHint() const {
    return sizeOf(text_).toSize();
}

void TagChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    draw(painter, {0, 0}, text_, tone_);
}

namespace {

// A gradient of the mockup's kind: a deep colour turning into a light one of a near hue.
struct Ramp {
    QColor deep;
    QColor light;
};

Ramp rampOf(const QString& id) {
    quint32 hash = 2166136261u;
    for (const QChar c : id) hash = (hash ^ c.unicode()) * 16777619u;
    hash ^= hash >> 15;
    hash *= 2246822519u;
    hash ^= hash >> 13;
    const int hue = static_cast<int>(hash % 360);
    const int turn = static_cast<int>((hash >> 10) % 70) - 20;
    const int colourful = 75 + static_cast<int>((hash >> 18) % 60);
    return {QColor::fromHsl(hue, colourful, 72),
            QColor::fromHsl((hue + turn + 360) % 360, colourful + 25, 160)};
}

QString initials(const QString& title) {
    QString out;
    static const QStringList kSmallWords{QStringLiteral("the"), QStringLiteral("a"),
                                         QStringLiteral("an"), QStringLiteral("of"),
                                         QStringLiteral("and")};
    const QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (words.size() > 2 && kSmallWords.contains(word.toLower())) continue;
        if (word[0].isLetterOrNumber()) out += word[0].toUpper();
        if (out.size() == 2) break;
    }
    return out;
}

}  // namespace

Poster::Poster(QWidget* parent) : QWidget(parent) {
    setFixedSize(kSize);
}

void Poster::setItem(const QString& id, const QString& title) {
    id_ = id;
    title_ = title;
    setAccessibleName(title);
    update();
}

void Poster::draw(QPainter& painter, const QRectF& rect, const QString& id, const QString& title) {
    const PainterGuard guard(painter);
    const Ramp ramp = rampOf(id);
    QLinearGradient gradient(rect.topLeft() + QPointF(rect.width() * 0.2, 0), rect.bottomRight());
    gradient.setColorAt(0, ramp.deep);
    gradient.setColorAt(1, ramp.light);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(rect, kRadiusItem, kRadiusItem);
    QFont face = theme::font(TextRole::Body);
    face.setPixelSize(std::max(9, static_cast<int>(rect.width() * 0.34)));
    face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.setPen(QColor(255, 255, 255, 225));
    painter.drawText(rect, Qt::AlignCenter, initials(title));
}

void Poster::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    draw(painter, rect(), id_, title_);
}

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBar::setShare(double share) {
    share_ = share;
    setAccessibleName(tr("%1 percent").arg(std::lround(share * 100)));
    update();
}

QSize ShareBar::sizeHint() const {
    return {120, 6};
}

void ShareBar::draw(QPainter& painter, const QRectF& rect, double share) {
    const PainterGuard guard(painter);
    paint::bar(painter, rect, share);
}

void ShareBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    draw(painter, rect(), share_);
}

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search, Tone::Muted), LeadingPosition);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        emit downPressed();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

}  // namespace foretaste::widgets
