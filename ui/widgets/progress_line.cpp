// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progress_line.h"

#include "ui/theme/style_paint.h"
#include "ui/theme/theme.h"

namespace foretaste::widgets {

using namespace theme;

class ProgressLine::Bar : public QWidget {
public:
    explicit Bar(QWidget* parent) : QWidget(parent) { setFixedHeight(6); }
    void set(double share) {
        share_ = share;
        update();
    }
    double share() const { return share_; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const PainterGuard guard(painter);
        paint::bar(painter, rect(), share_);
    }

private:
    double share_ = 0;
};

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent),
      bar_(new Bar(this)),
      text_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kSpaceXs, 0, 0);
    layout->setSpacing(kSpaceS);
    layout->addWidget(bar_);
    layout->addWidget(text_);
    setAccessibleName(tr("Progress"));
}

void ProgressLine::set(double fraction, const QString& phase, const QString& rate,
                       double secondsLeft) {
    if (fraction >= 0) bar_->set(std::max(bar_->share(), std::min(fraction, 1.0)));
    QStringList parts;
    for (const QString& part :
         {phase, rate, secondsLeft >= 0 ? timeLeftText(secondsLeft) : QString()}) {
        if (!part.isEmpty()) parts << part;
    }
    text_->setText(parts.join(QStringLiteral(" · ")));
    setAccessibleDescription(
        fraction >= 0
            ? tr("%1 percent, %2").arg(std::lround(bar_->share() * 100)).arg(text_->text())
            : text_->text());
}

void ProgressLine::reset() {
    bar_->set(0);
    text_->clear();
}

void ProgressLine::finish(const QString& text) {
    bar_->set(1);
    text_->setText(text);
    setAccessibleDescription(text);
}

double ProgressLine::fraction() const {
    return bar_->share();
}

QString ProgressLine::text() const {
    return text_->text();
}

QString timeLeftText(double seconds) {
    if (seconds < 1.5) return ProgressLine::tr("about 1 s left");
    if (seconds < 90) {
        // Five-second steps beyond ten seconds: an estimate should not flicker.
        const long shown = seconds < 10 ? std::lround(seconds) : 5 * std::lround(seconds / 5);
        return ProgressLine::tr("about %1 s left").arg(shown);
    }
    if (seconds < 90 * 60) {
        return ProgressLine::tr("about %1 min left").arg(std::lround(seconds / 60));
    }
    return ProgressLine::tr("about %1 h left").arg(std::lround(seconds / 3600));
}

QString durationText(double seconds) {
    const QLocale locale;
    if (seconds < 0.0995) return ProgressLine::tr("%1 ms").arg(std::lround(seconds * 1000));
    if (seconds < 9.95) return ProgressLine::tr("%1 s").arg(locale.toString(seconds, 'f', 1));
    const long whole = std::lround(seconds);
    if (whole < 60) return ProgressLine::tr("%1 s").arg(whole);
    if (whole < 3600) {
        return ProgressLine::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return ProgressLine::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

}  // namespace foretaste::widgets
