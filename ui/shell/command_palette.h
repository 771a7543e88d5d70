// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

#include <functional>

#include "ui/theme/icons.h"
#include "ui/widgets/small_parts.h"

class QListView;

namespace foretaste::shell {

// Something the palette can do or open.
struct Command {
    QString text;    // "Create solution", "taste"
    QString detail;  // "Action", "Solution in film-club"
    theme::Icon icon = theme::Icon::ArrowRight;
    std::function<void()> run;
};

// How well `pattern` fits `text`: its letters in order, better at the start of words and in runs;
// negative where they do not occur. An empty pattern fits everything with 0.
int fuzzyScore(const QString& pattern, const QString& text);

// Ctrl+K: one field, a list of what fits, best first. Enter runs the marked command, Escape leaves.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* parent);

    // Shows it below the top of its window, with these commands and an empty field.
    void open(const QList<Command>& commands);
    QStringList shownTexts() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    class Model;
    void filter(const QString& pattern);
    void runCurrent();

    QList<Command> commands_;
    Model* model_;
    widgets::SearchField* field_;
    QListView* list_;
};

}  // namespace foretaste::shell
