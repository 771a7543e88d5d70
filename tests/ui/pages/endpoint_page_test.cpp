// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/endpoint_page.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <memory>

#include "tests/ui/screenshot.h"
#include "ui/pages/pages.h"
#include "ui/pages/sorted_table.h"
#include "ui/widgets/dialogs.h"

using namespace foretaste;
using namespace foretaste::pages;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

/// Remembers what it was asked for; ports below 2000 are taken.
class RememberingEndpoint : public bridge::Endpoint {
public:
    int port() const override { return port_; }
    bool checksSignatures() const override { return checks_; }
    const QList<bridge::EndpointKey>& keys() const override { return keys_; }
    const QList<bridge::EndpointCall>& calls() const override { return calls_; }
    void start(int port, bool checkSignatures) override {
        if (port < 2000) {
            emit failed(s("port 1024 of 127.0.0.1 cannot be listened on"));
        } else {
            port_ = port;
            checks_ = checkSignatures;
        }
        emit stateChanged();
    }
    void stop() override {
        port_ = 0;
        emit stateChanged();
    }
    void createKey(const QString& note) override {
        keys_.append({s("FTKKEY%1").arg(keys_.size()), s("secret%1").arg(keys_.size()), note, 1});
        emit keysChanged();
    }
    void revokeKey(const QString& id) override {
        keys_.removeIf([&](const auto& key) { return key.accessKeyId == id; });
        emit keysChanged();
    }
    void clearCalls() override { calls_.clear(); }
    void exportScript(const QString& file) override {
        exported = file;
        emit scriptExported(file);
    }
    QString exported;
    void call(const char* operation, int status, const char* request) {
        calls_.append({calls_.size() + 1, 1'700'000'000'000, s(operation), status, 0.4, s(request),
                       s("{\"a\":1}")});
        emit called(calls_.constLast());
    }

private:
    int port_ = 0;
    bool checks_ = true;
    QList<bridge::EndpointKey> keys_;
    QList<bridge::EndpointCall> calls_;
};

}  // namespace

class EndpointPageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QStandardPaths::setTestModeEnabled(true);
        theme::Theme::get().apply(theme::Mode::Light);
    }
    void init() {
        endpoint_ = std::make_unique<RememberingEndpoint>();
        page_ = std::make_unique<EndpointPage>(*endpoint_);
        page_->resize(1064, 756);
        page_->show();
    }
    void cleanup() {
        page_.reset();
        endpoint_.reset();
    }

    void startsAndStopsOnThePortThatIsShown() {
        find<QSpinBox>("portInput")->setValue(9100);
        press("toggleEndpointButton");
        QCOMPARE(endpoint_->port(), 9100);
        QVERIFY(endpoint_->checksSignatures());
        QCOMPARE(find<QPushButton>("toggleEndpointButton")->text(), s("Stop"));
        QVERIFY(!find<QSpinBox>("portInput")->isEnabled());
        press("toggleEndpointButton");
        QCOMPARE(endpoint_->port(), 0);
        QVERIFY(find<QSpinBox>("portInput")->isEnabled());
    }

    void saysWhyItDidNotStart() {
        QSignalSpy flashes(page_.get(), &shell::Page::flash);
        find<QSpinBox>("portInput")->setValue(1024);
        press("toggleEndpointButton");
        QCOMPARE(flashes.count(), 1);
        QVERIFY(flashes[0][1].toString().contains(s("cannot be listened on")));
        QVERIFY(find<QPushButton>("toggleEndpointButton")->isEnabled());
    }

    void keysAreMadeAndRevokedAndFillTheSnippets() {
        find<QLineEdit>("keyNoteInput")->setText(s("notebook"));
        press("createKeyButton");
        QCOMPARE(endpoint_->keys().constLast().note, s("notebook"));
        bool shown = false;
        for (const auto* box : page_->findChildren<QPlainTextEdit*>())
            shown |= box->toPlainText().contains(s("FTKKEY0")) &&
                     box->toPlainText().contains(s("secret0"));
        QVERIFY(shown);
        widgets::testing::answerConfirm(false);
        press("revokeKeyButton");
        QCOMPARE(endpoint_->keys().size(), 1);
        widgets::testing::answerConfirm(true);
        press("revokeKeyButton");
        QVERIFY(endpoint_->keys().isEmpty());
        QVERIFY(!find<QPushButton>("revokeKeyButton")->isEnabled());
    }

    void callsAppearWithTheirBodies() {
        press("toggleEndpointButton");
        endpoint_->createKey(s("notebook on this desk"));
        endpoint_->call("ListCampaigns", 200, "{}");
        endpoint_->call("GetRecommendations", 200, "{\"userId\":\"42\"}");
        endpoint_->call("DescribeCampaign", 400, "{\"campaignArn\":\"arn:x\"}");
        auto* table = find<SortedTable>("callsTable");
        QTRY_COMPARE(table->model()->rowCount(), 3);
        table->setCurrentKey(s("2"));
        bool shown = false;
        for (const auto* box : page_->findChildren<QPlainTextEdit*>())
            shown |= box->isVisible() && box->toPlainText().contains(s("\"userId\": \"42\""));
        QVERIFY(shown);
        find<QAction>("copyBoto3Action")->trigger();
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(s("client.get_recommendations(\n    userId=\"42\",\n)")),
                 qPrintable(copied));
        QVERIFY(uitest::writeScreenshots(*page_, s(FORETASTE_SCREENSHOTS), s("endpoint")));
    }

    void theWorkspaceIsExportedAsAScript() {
        QSignalSpy flashes(page_.get(), &shell::Page::flash);
        widgets::testing::answerFile(s("/tmp/again.py"));
        press("exportScriptButton");
        QCOMPARE(endpoint_->exported, s("/tmp/again.py"));
        QVERIFY(flashes[0][1].toString().contains(s("again.py")));
        endpoint_->exported.clear();
        widgets::testing::answerFile({});  // cancelled
        press("exportScriptButton");
        QVERIFY(endpoint_->exported.isEmpty());
    }

private:
    template <class T>
    T* find(const char* name) const {
        auto* found = page_->findChild<T*>(s(name));
        if (!found) qFatal("no %s", name);
        return found;
    }
    void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    std::unique_ptr<RememberingEndpoint> endpoint_;
    std::unique_ptr<EndpointPage> page_;
};

QTEST_MAIN(EndpointPageTest)
#include "endpoint_page_test.moc"
