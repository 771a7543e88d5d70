// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/wizard_frame.h"

class QAbstractButton;

namespace foretaste::widgets {

// The steps at the left of a wizard: done, current, to come. Steps seen can be gone back to.
class WizardFrame::StepList : public QWidget {
    Q_OBJECT
public:
    StepList(const QString& title, QWidget* parent);

    void add(const QString& id, const QString& title, bool optional);
    void show(const QString& current, const QStringList& visited);
    void setRemark(const QString& text);

signals:
    void chosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Step;
    QList<Step*> list_;
    QVBoxLayout* rows_;
    QLabel* remark_;
};

}  // namespace foretaste::widgets
