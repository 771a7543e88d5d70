// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/console.h"
#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/csv_source.h"
#include "ui/wizards/drafts.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

class ChoiceCards;
class ColumnMapping;
class CsvPreview;
class Disclosure;
class FixList;
class LocationInput;
class SchemaPage;
class SurvivorGauges;

/// The step that points at a CSV: shows its first rows held against the schema, before anything is
/// imported, and offers what mends them. A schema of which the user has changed nothing follows the
/// file.
class ImportPage : public widgets::WizardPage {
    Q_OBJECT

public:
    /// The schema of `schemaPage` is what files are held against. `required`: a file must be given.
    ImportPage(bridge::Console& console, SchemaPage& schemaPage, bool required,
               QWidget* parent = nullptr);
    ~ImportPage() override;

    /// What the group is called, for the name of the job, and the names that are taken.
    void setSurroundings(const QString& groupName, const TakenNames& taken);
    /// Replace or add: only asked for where an earlier import has brought rows.
    void setHasRows(bool hasRows);
    bool hasRows() const { return hasRows_; }
    ImportDraft draft() const;
    void setDraft(const ImportDraft& draft);
    void setLocation(const QString& location);

    void initializePage() override;
    bool isComplete() const override;
    QList<widgets::FieldError> check() override;

private:
    /// Where the schema comes from that a file was held against.
    enum class Origin { Page, Beside, Guessed };
    struct Look {
        CsvSource source;
        std::string schemaJson;  ///< the preview is made with
        Origin origin = Origin::Page;
        ingest::Preview preview;
        ingest::Transforms transforms;  ///< with which it is made
        std::string offer;              ///< another schema that would do; empty: none
    };
    /// What is to be looked at.
    struct Question {
        std::string location;
        DatasetDraft dataset;
        service::Domain domain = service::Domain::None;
        bool untouched = false;         ///< the schema
        ingest::Transforms transforms;  ///< chosen so far
        bool fresh = false;             ///< the file: columns that have other names are guessed
    };
    static Look lookAt(service::Service& service, const Question& question);
    void look();
    void lookAgain();
    void applyFix(const ingest::SuggestedFix& fix);
    void chooseColumn(const QString& field, const QString& column);
    void showPreflight(const Look& look);
    void countRows(const Look& look);
    void take(const Look& look);
    void showFault(const QString& fault);
    void tellOrigin(const Look& look);
    void offerSchema(const Look& look);
    void takeSchema();
    void suggestJobName();

    bridge::Console& console_;
    SchemaPage& schemaPage_;
    bool required_;
    bool hasRows_ = false;
    QString groupName_;
    TakenNames taken_;
    quint64 looks_ = 0;  ///< answers to earlier looks are dropped
    bool looking_ = false;
    QString lookedAt_;  ///< location and schema of the last look
    QString fault_;     ///< why the file cannot be imported
    QString offeredSchema_;
    ingest::Transforms transforms_;
    QString transformsOf_;      ///< the location that they are for
    base::StopToken counting_;  ///< of the rows that would come in
    LocationInput* location_;
    ChoiceCards* mode_;
    QLineEdit* jobName_;
    FixList* fixes_;
    SurvivorGauges* gauges_;
    CsvPreview* preview_;
    Disclosure* columns_;
    ColumnMapping* mapping_;
    QLabel* schemaNote_;
    QPushButton* schemaButton_;
    QPushButton* columnsButton_;
    widgets::FormField* locationField_;
    widgets::FormField* modeField_;
};

}  // namespace foretaste::wizards
