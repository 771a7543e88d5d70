// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"
#include "ui/theme/theme.h"

class QHBoxLayout;
class QVBoxLayout;

namespace foretaste::wizards {

/// What can be done about a file that was not made for its dataset, one click a fix, and what has
/// been done, each with the way back.
class FixList : public QWidget {
    Q_OBJECT

public:
    explicit FixList(QWidget* parent = nullptr);

    /// `schemaIsOpen`: fixes that need another field can have it.
    void show(const std::vector<ingest::SuggestedFix>& fixes, const ingest::Transforms& applied,
              bool schemaIsOpen);
    void clear();

signals:
    void fixChosen(const foretaste::ingest::SuggestedFix& fix);
    void undone(const QString& field);

private:
    QHBoxLayout* addLine(const QString& text, theme::Tone tone, bool done);
    QPushButton* addButton(QHBoxLayout& line, const QString& text, const QString& name);
    void addFix(const ingest::SuggestedFix& fix);
    void addRatings(const ingest::SuggestedFix& fix);
    void addApplied(const QString& field, const ingest::FieldTransform& transform);

    QVBoxLayout* lines_;
};

}  // namespace foretaste::wizards
