// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "ui/widgets/flash_bar.h"
#include "ui/widgets/page_header.h"

class QVBoxLayout;

namespace foretaste::shell {

// One place of the console: a header that stays, content that scrolls. A page is made by its
// factory when it is first visited, with the argument of the visit (a resource's ARN, or nothing).
class Page : public QWidget {
    Q_OBJECT
public:
    // `id` is the page's id in the Navigator and becomes the object name ("solutionsPage").
    explicit Page(const QString& id, QWidget* parent = nullptr);

    QString id() const { return id_; }
    QString title() const { return header_->title(); }
    // What the page is about; set by the navigator before the first refresh().
    QString argument() const { return argument_; }
    void setArgument(const QString& argument) { argument_ = argument; }
    // The item that is marked at the left; the page's own id unless set.
    QString navigationId() const { return navigationId_.isEmpty() ? id_ : navigationId_; }

    // Brings the page up to date; called on every visit and when its data changes.
    virtual void refresh() {}
    // The user is about to leave. False keeps the page (unsaved input, asked by the page).
    virtual bool mayLeave() { return true; }

signals:
    void navigate(const QString& pageId, const QString& argument = {});
    void goBack();
    // Asks the window to show a message above the content.
    void flash(foretaste::widgets::FlashKind kind, const QString& text);
    void titleChanged(const QString& title);

protected:
    widgets::PageHeader& header() const { return *header_; }
    // Where content goes; cards stand 12 px apart and scroll together.
    QVBoxLayout* body() const { return body_; }
    void setTitle(const QString& title);
    void setNavigationId(const QString& id) { navigationId_ = id; }
    // Ends the content with room that is left over, so that cards keep their height.
    void endBody();

private:
    QString id_;
    QString argument_;
    QString navigationId_;
    widgets::PageHeader* header_;
    QScrollArea* scroll_;
    QVBoxLayout* body_;
};

}  // namespace foretaste::shell
