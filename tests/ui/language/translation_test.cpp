// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/language/language.h"

using namespace foretaste;

namespace {

QString s(const char* text) {
    return QString::fromUtf8(text);
}

struct Message {
    QString context, source, comment, state;
    bool plural = false;
    QStringList forms;  ///< of a message without plural: its one translation

    QString where() const { return s("%1: “%2”").arg(context, source); }
};

/// The messages of a .ts file; none where it cannot be read.
QList<Message> messagesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        const auto tag = xml.name();
        if (tag == s("name")) {
            context = xml.readElementText();
        } else if (tag == s("message")) {
            messages.append(Message());
            messages.last().context = context;
            messages.last().plural = xml.attributes().value(s("numerus")) == s("yes");
        } else if (tag == s("source")) {
            messages.last().source = xml.readElementText();
        } else if (tag == s("comment")) {
            messages.last().comment = xml.readElementText();
        } else if (tag == s("translation")) {
            messages.last().state = xml.attributes().value(s("type")).toString();
            if (!messages.last().plural) messages.last().forms << xml.readElementText();
        } else if (tag == s("numerusform")) {
            messages.last().forms << xml.readElementText();
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QString shippedFile(const QString& code) {
    return s(FORETASTE_ROOT "/resources/translations/foretaste_%1.ts").arg(code);
}

/// What must stand in both, in any order: the places for values, marks of mnemonics, line breaks.
QStringList marksOf(const QString& text) {
    static const QRegularExpression kMark(s("%n|%L?[0-9]+|\\n|\\t|&(?=\\w)|<[^>]+>"));
    QStringList marks;
    for (auto found = kMark.globalMatch(text); found.hasNext();) marks << found.next().captured();
    marks.sort();
    return marks;
}

QStringList translations() {
    auto codes = language::codes();
    codes.removeOne(s("en"));
    return codes;
}

}  // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName(s("foretaste-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void cleanup() {
        language::store({});
        language::use(s("en"));
    }

    /// lupdate finds nothing in the sources that a translation lacks or has too much. If it does:
    /// cmake --build --preset release --target translations_update, then translate.
    void isComplete() {
        for (const auto& code : translations()) {
            const auto fresh = folder_.filePath(code + s(".ts"));
            QVERIFY(QFile::copy(shippedFile(code), fresh));
            QProcess lupdate;
            lupdate.setWorkingDirectory(s(FORETASTE_ROOT));
            lupdate.start(s(FORETASTE_LUPDATE),
                          s(FORETASTE_LUPDATE_OPTIONS).split(u' ') + QStringList{s("-ts"), fresh});
            QVERIFY2(lupdate.waitForFinished(), qPrintable(lupdate.errorString()));
            QCOMPARE(lupdate.exitCode(), 0);
            const auto messages = messagesOf(fresh);
            QVERIFY(messages.size() > 500);
            QStringList wrong;
            for (const auto& message : messages)
                if (!message.state.isEmpty() || message.forms.contains(QString()))
                    wrong << s("%1, %2").arg(message.where(), message.state);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        }
    }

    void keepsPlacesForValues() {
        QCOMPARE(marksOf(s("&Of %2 and %1\n%n <b>%L1</b> & 5 %")),
                 (QStringList{s("\n"), s("%1"), s("%2"), s("%L1"), s("%n"), s("&"), s("</b>"),
                              s("<b>")}));
        for (const auto& code : translations()) {
            QStringList wrong;
            for (const auto& message : messagesOf(shippedFile(code)))
                for (const auto& form : message.forms)
                    if (marksOf(form) != marksOf(message.source)) wrong << message.where();
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        }
    }

    /// The program carries each translation, under the context that lupdate gave it.
    void isCarriedByTheProgram() {
        for (const auto& code : translations()) {
            language::use(code);
            QCOMPARE(language::inUse(), code);
            QStringList wrong;
            for (const auto& message : messagesOf(shippedFile(code))) {
                const auto spoken = QCoreApplication::translate(
                    message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                    message.comment.toUtf8().constData(), message.plural ? 1 : -1);
                auto expected = message.forms.value(0);
                if (message.plural) expected.replace(s("%n"), s("1"));
                if (spoken != expected) wrong << message.where();
            }
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        }
    }

    void writesNumbersAsTheLanguageDoes() {
        language::use(s("de"));
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), s("1.234,5"));
        language::use(s("en"));
        QCOMPARE(QLocale().toString(1234.5, 'f', 1), s("1,234.5"));
    }

    void leavesEnglishAsItIs() {
        language::use(s("de"));
        QCOMPARE(QCoreApplication::translate("foretaste::widgets", "Cancel"), s("Abbrechen"));
        language::use(s("en"));
        QCOMPARE(QCoreApplication::translate("foretaste::widgets", "Cancel"), s("Cancel"));
    }

    void choosesWhatWasAskedThenTheSettings() {
        language::store(s("de"));
        QCOMPARE(language::choose(s("en")), s("en"));
        QCOMPARE(language::choose(), s("de"));
        QSettings().setValue(s("window/language"), s("tlh"));  // of another version
        QCOMPARE(language::stored(), QString());
        QVERIFY(language::knows(language::choose()));
    }

private:
    QTemporaryDir folder_;
};

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
