// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/fix_list.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/wizards/number_input.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;
using ingest::FieldTransform;
using ingest::SuggestedFix;
using Convert = FieldTransform::Convert;

namespace {

QString verbOf(const SuggestedFix& fix) {
    switch (fix.kind) {
        case SuggestedFix::Kind::Rename: return FixList::tr("Read it so");
        case SuggestedFix::Kind::Milliseconds: return FixList::tr("Divide by 1,000");
        case SuggestedFix::Kind::Dates: return FixList::tr("Convert the dates");
        case SuggestedFix::Kind::Fill:
            return FixList::tr("Fill with %1").arg(text(*fix.transform.fill));
        case SuggestedFix::Kind::Ratings: break;
    }
    return FixList::tr("Turn into events");
}

/// What was done, a line each; nothing for a field that only has another name in the file.
QStringList doneTexts(const QString& field, const FieldTransform& transform) {
    QStringList lines;
    if (!transform.column.empty() && transform.convert != Convert::RatingToEvent)
        lines << FixList::tr("%1 is read from the column %2").arg(field, text(transform.column));
    switch (transform.convert) {
        case Convert::MillisecondsToSeconds:
            lines << FixList::tr("%1: milliseconds become seconds").arg(field);
            break;
        case Convert::DateToSeconds:
            lines << FixList::tr("%1: dates become Unix time, in UTC where they name no zone")
                         .arg(field);
            break;
        case Convert::RatingToEvent: {
            QStringList steps;
            for (const auto& step : transform.steps)
                steps << FixList::tr("“%1” from %2 on")
                             .arg(text(step.eventType), QLocale().toString(step.from));
            lines << FixList::tr("%1 is made of %2: %3; rows below are left out")
                         .arg(field, text(transform.column), steps.join(QStringLiteral(", ")));
            break;
        }
        case Convert::None: break;
    }
    if (transform.fill)
        lines << FixList::tr("%1: empty cells become %2").arg(field, text(*transform.fill));
    if (transform.dropEmpty)
        lines << FixList::tr("%1: rows without a value are left out").arg(field);
    return lines;
}

}  // namespace

FixList::FixList(QWidget* parent) : QWidget(parent), lines_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("fixList"));
    lines_->setContentsMargins(0, 0, 0, 0);
    lines_->setSpacing(kSpaceXs);
    hide();
}

void FixList::clear() {
    while (QLayoutItem* item = lines_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();  // its button may be the caller
        delete item;
    }
    hide();
}

void FixList::show(const std::vector<SuggestedFix>& fixes, const ingest::Transforms& applied,
                   bool schemaIsOpen) {
    clear();
    for (const auto& [field, transform] : applied) addApplied(text(field), transform);
    for (const auto& fix : fixes)
        if (fix.adds.empty() || schemaIsOpen) addFix(fix);
    setVisible(lines_->count() > 0);
}

QHBoxLayout* FixList::addLine(const QString& words, Tone tone, bool done) {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceS);
    auto* mark = new QLabel;
    mark->setFixedSize(kIconSmall, kIconSmall);
    const auto paint = [mark, tone, done] {
        mark->setPixmap(
            iconPixmap(done ? Icon::Check : Icon::Bolt, 14, tone, mark->devicePixelRatioF()));
    };
    connect(&Theme::get(), &Theme::changed, mark, paint);
    paint();
    auto* label = makeLabel(words, TextRole::Small, Tone::Text, nullptr, true);
    label->setObjectName(done ? QStringLiteral("appliedFix") : QStringLiteral("suggestedFix"));
    layout->addWidget(mark);
    layout->addWidget(label, 1);
    lines_->addWidget(line);
    return layout;
}

QPushButton* FixList::addButton(QHBoxLayout& line, const QString& words, const QString& name) {
    auto* button = new QPushButton(words);
    button->setObjectName(name);
    line.addWidget(button);
    return button;
}

void FixList::addFix(const SuggestedFix& fix) {
    if (fix.kind == SuggestedFix::Kind::Ratings) {
        addRatings(fix);
        return;
    }
    const auto field = text(fix.field);
    auto* line = addLine(bridge::sentenceText(text(fix.text)), Tone::Accent, false);
    connect(addButton(*line, verbOf(fix), QStringLiteral("fixButton/") + field),
            &QPushButton::clicked, this, [this, fix] { emit fixChosen(fix); });
    if (fix.kind != SuggestedFix::Kind::Fill) return;
    connect(addButton(*line, tr("Drop these rows"), QStringLiteral("dropButton/") + field),
            &QPushButton::clicked, this, [this, fix] {
                auto dropping = fix;
                dropping.transform.fill.reset();
                dropping.transform.dropEmpty = true;
                emit fixChosen(dropping);
            });
}

/// The thresholds are the user's to say.
void FixList::addRatings(const SuggestedFix& fix) {
    constexpr double kMost = 1e6, kStep = 0.5;
    addLine(bridge::sentenceText(text(fix.text)), Tone::Accent, false);
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(kIconSmall + kSpaceS, 0, 0, 0);
    line->setSpacing(kSpaceS);
    QList<NumberInput*> inputs;
    for (const auto& step : fix.transform.steps) {
        const auto type = text(step.eventType);
        line->addWidget(makeLabel(tr("“%1” from").arg(type), TextRole::Small, Tone::Muted));
        auto* input = new NumberInput(-kMost, kMost, kStep);
        input->setObjectName(QStringLiteral("ratingInput/") + type);
        input->setAccessibleName(tr("Lowest rating that is “%1”").arg(type));
        input->setValue(step.from);
        line->addWidget(input);
        inputs << input;
    }
    line->addWidget(
        makeLabel(tr("and nothing below"), TextRole::Small, Tone::Muted, nullptr, true));
    line->addStretch();
    auto* apply = addButton(*line, verbOf(fix), QStringLiteral("fixButton/") + text(fix.field));
    connect(apply, &QPushButton::clicked, this, [this, fix, inputs] {
        auto chosen = fix;
        for (int i = 0; i < inputs.size(); ++i)
            chosen.transform.steps[static_cast<std::size_t>(i)].from = inputs[i]->value();
        emit fixChosen(chosen);
    });
    lines_->addWidget(box);
}

void FixList::addApplied(const QString& field, const FieldTransform& transform) {
    const auto lines = doneTexts(field, transform);
    if (lines.isEmpty()) return;
    auto* line = addLine(lines.join(QStringLiteral("; ")) + u'.', Tone::Ok, true);
    auto* undo = addButton(*line, tr("Undo"), QStringLiteral("undoButton/") + field);
    undo->setAccessibleName(tr("Read %1 as it stands in the file").arg(field));
    setButtonKind(*undo, ButtonKind::Quiet);
    connect(undo, &QPushButton::clicked, this, [this, field] { emit undone(field); });
}

}  // namespace foretaste::wizards
