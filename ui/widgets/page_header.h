// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include "ui/widgets/status.h"

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace foretaste::widgets {

// One step of the way to a page; a crumb without a page is plain text.
struct Crumb {
    QString text;
    QString pageId;
    QString argument;
};

// Breadcrumb, title, state, secondary actions and at most one primary action.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setBreadcrumb(const QList<Crumb>& crumbs);
    void setTitle(const QString& title);
    QString title() const;
    // A quiet word beside the title, as "Campaign home-row"; empty hides it.
    void setPill(const QString& text);
    // The state of the shown resource; an empty word hides it.
    void setStatus(Status status, const QString& word);
    void setServiceStatus(const QString& serviceStatus);

    // Buttons stand at the right, in the order they were added; `name` becomes the object name.
    QPushButton* addAction(const QString& text, const QString& name);
    QPushButton* setPrimary(const QString& text, const QString& name);

signals:
    void crumbActivated(const QString& pageId, const QString& argument);

private:
    QLabel* crumbs_;
    QLabel* title_;
    QLabel* pill_;
    StatusBadge* badge_;
    QHBoxLayout* actions_;
    QPushButton* primary_ = nullptr;
    QList<Crumb> shown_;
};

}  // namespace foretaste::widgets
