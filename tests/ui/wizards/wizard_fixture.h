// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QUrl>
#include <QWizard>

#include "tests/ui/pages/console_fixture.h"
#include "ui/widgets/form_field.h"
#include "ui/wizards/open.h"

namespace foretaste::uitest {

/// A wizard or form that has opened, driven as a person does: by what is visible.
class OpenWizard {
public:
    /// Waits until the wizard of this object name is there.
    OpenWizard(QWidget& window, const char* name) {
        const bool there = QTest::qWaitFor([&] {
            for (auto* dialog : window.findChildren<QDialog*>(s(name)))
                if (dialog->isVisible()) dialog_ = dialog;
            return dialog_ != nullptr;
        });
        if (!there) qFatal("%s did not open", name);
    }

    QDialog& dialog() const { return *dialog_; }
    bool isOpen() const { return dialog_ && dialog_->isVisible(); }
    QString step() const {
        return static_cast<QWizard*>(dialog_.data())->currentPage()->objectName();
    }

    template <class Widget>
    Widget& find(const char* name) const {
        auto* widget = shown<Widget>(*dialog_, name);
        if (!widget) qFatal("%s is not to be seen", name);
        return *widget;
    }
    /// Clicks a button and does nothing where it cannot be pressed.
    void press(const char* name) const { find<QAbstractButton>(name).click(); }
    void next() const { press("nextButton"); }
    void finish() const { press("finishButton"); }
    /// Presses Next, waiting for a look at a file.
    bool nextTo(const char* step) const {
        if (!QTest::qWaitFor([&] { return find<QAbstractButton>("nextButton").isEnabled(); }))
            return false;
        next();
        return this->step() == s(step);
    }
    void type(const char* input, const char* text) const {
        auto& edit = find<QLineEdit>(input);
        edit.setFocus();
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClicks(&edit, s(text));
    }
    void choose(const char* id) const { press(("choice/" + std::string(id)).c_str()); }

    widgets::FormField& field(const char* key) const {
        return find<widgets::FormField>((std::string(key) + "Field").c_str());
    }
    QString errorAt(const char* key) const { return field(key).error(); }
    QString words() const { return wordsOf(*dialog_); }
    bool says(const char* words) const { return this->words().contains(s(words)); }

    void picture(const char* name) const { QVERIFY(takePicture(*dialog_, name)); }

    /// Drops a file on the wizard's drop zone.
    void drop(const std::string& path) const {
        auto& zone = find<QWidget>("dataLocationDrop");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(path))});
        QDragEnterEvent enter(zone.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&zone, &enter);
        QDropEvent drop(zone.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&zone, &drop);
    }
    /// Types where the file is and waits until it has been looked at.
    bool pointAt(const std::string& path) const {
        type("dataLocationEdit", path.c_str());
        auto& edit = find<QLineEdit>("dataLocationEdit");
        QTest::keyClick(&edit, Qt::Key_Tab);
        return looked();
    }
    bool looked() const {
        return QTest::qWaitFor([&] { return find<QAbstractButton>("nextButton").isEnabled(); });
    }

private:
    QPointer<QDialog> dialog_;
};

/// A workspace with a window that wizards open over.
struct WizardFixture : ConsoleFixture {
    WizardFixture() {
        window.resize(1280, 800);
        window.show();
    }
    QWidget window;
};

inline constexpr const char* kGroupWizard = "createDatasetGroupWizard";

inline const std::string kRatings =
    "USER_ID,ITEM_ID,TIMESTAMP,EVENT_TYPE,EVENT_VALUE\n"
    "u1,i1,1600000000,watch,4.5\nu1,i2,1600000100,watch,3\nu2,i1,1600000200,click,\n";

inline OpenWizard openGroupWizard(WizardFixture& desk, std::function<void(const QString&)> done) {
    wizards::createDatasetGroup(*desk.console, &desk.window, std::move(done));
    return OpenWizard(desk.window, kGroupWizard);
}

/// Through the steps before the data, as they are suggested.
inline void walkToImport(const OpenWizard& wizard) {
    wizard.type("nameInput", "film-club");
    QVERIFY(wizard.nextTo("schema"));
    QVERIFY(wizard.nextTo("import"));
}

}  // namespace foretaste::uitest
