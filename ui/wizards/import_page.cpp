// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/import_page.h"

#include "core/service/check.h"
#include "ui/bridge/words.h"
#include "ui/theme/theme.h"
#include "ui/wizards/choice_cards.h"
#include "ui/wizards/column_mapping.h"
#include "ui/wizards/csv_preview.h"
#include "ui/wizards/disclosure.h"
#include "ui/wizards/fix_list.h"
#include "ui/wizards/location_input.h"
#include "ui/wizards/schema_page.h"
#include "ui/wizards/suggested_name.h"
#include "ui/wizards/survivor_gauges.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;
using widgets::FieldError;

namespace {

const QString kReplace = QStringLiteral("replace");
const QString kAdd = QStringLiteral("add");
const QString kLocation = QStringLiteral("dataLocation");

/// Documents that say the same, whatever their spaces.
bool sameSchema(const std::string& first, const std::string& second) {
    try {
        return schema::printSchema(schema::parseSchema(first)) ==
               schema::printSchema(schema::parseSchema(second));
    } catch (const base::ServiceError&) {
        return first == second;
    }
}

QPushButton* quietButton(const QString& name) {
    auto* button = new QPushButton;
    button->setObjectName(name);
    setButtonKind(*button, ButtonKind::Quiet);
    button->hide();
    return button;
}

}  // namespace

ImportPage::ImportPage(bridge::Console& console, SchemaPage& schemaPage, bool required,
                       QWidget* parent)
    : WizardPage(QStringLiteral("import"), tr("Data"),
                 required ? tr("A CSV file, or a folder of them, with the names of the columns in "
                               "its first line. Nothing is imported before the last step.")
                          : tr("A CSV file, or a folder of them, with the names of the columns in "
                               "its first line. Leave it empty to import later."),
                 parent),
      console_(console),
      schemaPage_(schemaPage),
      required_(required),
      location_(new LocationInput),
      mode_(new ChoiceCards(2)),
      jobName_(new QLineEdit),
      fixes_(new FixList),
      gauges_(new SurvivorGauges),
      preview_(new CsvPreview),
      columns_(new Disclosure(tr("Columns of the file"))),
      mapping_(new ColumnMapping),
      schemaNote_(makeLabel({}, TextRole::Small, Tone::Muted, nullptr, true)),
      schemaButton_(quietButton(QStringLiteral("takeSchemaButton"))),
      columnsButton_(quietButton(QStringLiteral("showColumnsButton"))) {
    locationField_ = addField(kLocation, tr("&File"), location_);
    if (required)
        locationField_->setHelp(tr("The dataset has the columns %1.")
                                    .arg(schemaPage.columns().join(QStringLiteral(", "))));
    else
        locationField_->setOptional(true);
    auto* offer = new QHBoxLayout;
    schemaNote_->setObjectName(QStringLiteral("schemaNote"));
    schemaNote_->hide();
    columnsButton_->setText(tr("Show columns"));
    offer->addWidget(schemaNote_, 1);
    offer->addWidget(schemaButton_);
    offer->addWidget(columnsButton_);
    body()->addLayout(offer);
    body()->addWidget(fixes_);
    body()->addWidget(gauges_);
    body()->addWidget(preview_);
    columns_->body()->addWidget(mapping_);
    columns_->hide();
    body()->addWidget(columns_);
    mode_->setChoices({{kReplace, tr("Replace"),
                        tr("The rows of earlier imports go; records put "
                           "one by one stay.")},
                       {kAdd, tr("Add"),
                        tr("The rows come on top of what is there; a record with "
                           "an id that is known takes its place.")}});
    modeField_ = addField(QStringLiteral("importMode"),
                          tr("What happens to the rows that are there"), mode_);
    modeField_->hide();
    addField(QStringLiteral("jobName"), tr("&Import job name"), jobName_,
             tr("Under this name the import is listed with its report."));
    connect(location_, &LocationInput::locationChanged, this, &ImportPage::look);
    connect(fixes_, &FixList::fixChosen, this, &ImportPage::applyFix);
    connect(fixes_, &FixList::undone, this, [this](const QString& field) {
        transforms_.erase(field.toStdString());
        lookAgain();
    });
    connect(mapping_, &ColumnMapping::columnChosen, this, &ImportPage::chooseColumn);
    connect(schemaButton_, &QPushButton::clicked, this, &ImportPage::takeSchema);
    connect(columnsButton_, &QPushButton::clicked, this, [this] {
        if (auto* frame = qobject_cast<widgets::WizardFrame*>(wizard()))
            frame->goTo(schemaPage_.objectName());
    });
}

ImportPage::~ImportPage() {
    counting_.requestStop();
}

void ImportPage::setSurroundings(const QString& groupName, const TakenNames& taken) {
    groupName_ = groupName;
    taken_ = taken;
    suggestJobName();
}

void ImportPage::suggestJobName() {
    if (groupName_.isEmpty()) return;
    const auto stem = QStringLiteral("%1-%2").arg(groupName_, typeSlug(schemaPage_.draft().type));
    suggestName(*jobName_, freeNumberedName(stem, taken_.importJobs));
}

void ImportPage::setHasRows(bool hasRows) {
    hasRows_ = hasRows;
    modeField_->setVisible(hasRows);
    if (!hasRows) mode_->setValue(kReplace);
}

ImportDraft ImportPage::draft() const {
    return {location_->location(), jobName_->text().trimmed(),
            mode_->value() == kAdd ? service::ImportMode::Incremental : service::ImportMode::Full,
            transforms_};
}

void ImportPage::setDraft(const ImportDraft& draft) {
    if (!draft.location.isEmpty()) location_->setLocation(draft.location);
    if (!draft.jobName.isEmpty()) jobName_->setText(draft.jobName);
    mode_->setValue(draft.mode == service::ImportMode::Incremental ? kAdd : kReplace);
}

void ImportPage::setLocation(const QString& location) {
    location_->setLocation(location);
}

void ImportPage::initializePage() {
    suggestJobName();
    look();
}

bool ImportPage::isComplete() const {
    return !looking_;
}

ImportPage::Look ImportPage::lookAt(service::Service& service, const Question& question) {
    const auto& dataset = question.dataset;
    const bool untouched = question.untouched;
    Look look;
    look.source = lookAtSource(service, question.location, dataset.type);
    look.schemaJson = dataset.schema.json.toStdString();
    look.transforms = question.transforms;
    const auto guess = [&] {
        return usableGuess(service, look.source.location, dataset.type, question.domain);
    };
    // The schema that lies beside a file is what its owner means; else its rows tell.
    if (untouched) {
        const bool beside = !look.source.schemaJson.empty();
        if (auto json = beside ? look.source.schemaJson : guess(); !json.empty()) {
            look.schemaJson = std::move(json);
            look.origin = beside ? Origin::Beside : Origin::Guessed;
        }
    }
    const auto preview = [&] {
        look.preview = service.previewCsv(look.source.location, look.schemaJson, look.transforms);
    };
    preview();
    // A column under another name is read as what it seems to be; the page shows it, to be changed.
    bool renamed = false;
    for (const auto& fix : look.preview.fixes)
        if (question.fresh && fix.kind == ingest::SuggestedFix::Kind::Rename)
            renamed = look.transforms.emplace(fix.field, fix.transform).second || renamed;
    if (renamed) preview();
    if (untouched) return look;
    const bool misfit = !look.preview.missingColumns.empty() || !look.preview.extraColumns.empty();
    if (!look.source.schemaJson.empty())
        look.offer = sameSchema(look.source.schemaJson, look.schemaJson) ? std::string()
                                                                         : look.source.schemaJson;
    else if (misfit)
        look.offer = guess();
    return look;
}

void ImportPage::look() {
    const auto location = location_->location();
    const auto dataset = schemaPage_.draft();
    const auto key = location + u'\n' + dataset.schema.json;
    if (key == lookedAt_) return;
    lookedAt_ = key;
    const bool fresh = location != transformsOf_;
    if (fresh) transforms_.clear();
    transformsOf_ = location;
    counting_.requestStop();
    const auto number = ++looks_;
    showFault({});
    schemaNote_->hide();
    schemaButton_->hide();
    columnsButton_->hide();
    looking_ = !location.isEmpty();
    emit completeChanged();
    if (!looking_ || fresh) {
        fixes_->clear();
        gauges_->hide();
        columns_->hide();
    }
    if (!looking_) {
        preview_->clear();
        return;
    }
    preview_->showLooking();
    console_.call(
        this,
        [question = Question{location.toStdString(), dataset, schemaPage_.domain(),
                             schemaPage_.isUntouched(), transforms_, fresh}](
            service::Service& service) { return lookAt(service, question); },
        [this, number](const Look& look) {
            if (number == looks_) take(look);
        },
        [this, number](const bridge::CallError& error) {
            if (number != looks_) return;
            looking_ = false;
            preview_->clear();
            fixes_->clear();
            gauges_->hide();
            showFault(asFieldError(error).message);
            emit completeChanged();
        });
}

void ImportPage::take(const Look& look) {
    looking_ = false;
    const bool sameColumns = sameSchema(schemaPage_.json().toStdString(), look.schemaJson);
    if (look.origin != Origin::Page) schemaPage_.suggestJson(text(look.schemaJson));
    lookedAt_ = text(look.source.location) + u'\n' + schemaPage_.json();
    transforms_ = look.transforms;
    transformsOf_ = text(look.source.location);
    location_->setLocation(text(look.source.location));
    preview_->showPreview(look.preview);
    showPreflight(look);
    showFault(previewFault(look.preview));
    if (fault_.isEmpty()) locationField_->setWarning(previewWarning(look.preview));
    if (look.origin == Origin::Page)
        offerSchema(look);
    else if (!sameColumns)
        tellOrigin(look);
    emit completeChanged();
}

void ImportPage::lookAgain() {
    lookedAt_.clear();
    look();
}

void ImportPage::showPreflight(const Look& look) {
    const auto schema = schema::parseSchema(look.schemaJson);
    fixes_->show(look.preview.fixes, transforms_, schemaPage_.isEditable());
    mapping_->show(schema, look.preview);
    columns_->show();
    gauges_->setVisible(look.preview.fault.empty());
    if (!look.preview.fault.empty()) return;
    gauges_->show(look.preview.survivors, schemaPage_.draft().type);
    if (!look.preview.survivors.whole) countRows(look);
}

/// The rest of a file that is longer than what was looked at, meanwhile.
void ImportPage::countRows(const Look& look) {
    counting_ = {};
    console_.call(
        this,
        [location = look.source.location, schemaJson = look.schemaJson, transforms = transforms_,
         stop = counting_](service::Service& service) -> std::optional<ingest::Survivors> {
            try {
                return service.countSurvivors(location, schemaJson, transforms,
                                              base::JobContext(stop, {}));
            } catch (const base::Stopped&) {
                return std::nullopt;  // another look is under way
            }
        },
        [this, number = looks_](const std::optional<ingest::Survivors>& survivors) {
            if (survivors && number == looks_) gauges_->show(*survivors, schemaPage_.draft().type);
        });  // a file that cannot be read to its end says so when it is imported
}

void ImportPage::applyFix(const ingest::SuggestedFix& fix) {
    auto& transform = transforms_[fix.field];
    const auto column = fix.transform.column.empty() ? transform.column : fix.transform.column;
    transform = fix.transform;
    transform.column = column;
    if (!fix.adds.empty()) {
        auto schema = schema::parseSchema(schemaPage_.json().toStdString());
        schema.fields.insert(schema.fields.end(), fix.adds.begin(), fix.adds.end());
        schemaPage_.setJson(text(schema::printSchema(schema)));
    }
    lookAgain();
}

void ImportPage::chooseColumn(const QString& field, const QString& column) {
    auto& transform = transforms_[field.toStdString()];
    transform.column = column.toStdString();
    lookAgain();
}

void ImportPage::showFault(const QString& fault) {
    fault_ = fault;
    locationField_->setWarning({});
    locationField_->setError(fault);
}

void ImportPage::tellOrigin(const Look& look) {
    schemaNote_->setText(look.origin == Origin::Beside
                             ? tr("The columns are those of %1, which lies beside the file.")
                                   .arg(text(look.source.schemaFile))
                             : tr("The columns were worked out from the first rows of the file."));
    schemaNote_->show();
    columnsButton_->show();
}

void ImportPage::offerSchema(const Look& look) {
    if (look.offer.empty() || !schemaPage_.isEditable()) return;
    offeredSchema_ = text(look.offer);
    const bool beside = !look.source.schemaJson.empty();
    schemaNote_->setText(beside ? tr("%1 lies beside the file.").arg(text(look.source.schemaFile))
                                : tr("The schema and the file name different columns."));
    schemaButton_->setText(beside ? tr("Use this schema") : tr("Make a schema from the file"));
    schemaNote_->show();
    schemaButton_->show();
}

void ImportPage::takeSchema() {
    schemaPage_.setJson(offeredSchema_);
    look();
}

QList<FieldError> ImportPage::check() {
    const auto entered = draft();
    if (entered.location.isEmpty() && !required_) return {};
    QList<FieldError> errors = refusals(
        [&] { service::check(importRequest(entered, "arn:aws:personalize:::dataset/x")); });
    if (const auto message = takenMessage(entered.jobName, taken_.importJobs); !message.isEmpty())
        errors.append({QStringLiteral("jobName"), message});
    if (!fault_.isEmpty()) errors.append({kLocation, fault_});
    // A schema made from the file may still lack what the service requires.
    const auto schemaErrors = schemaPage_.check();
    if (fault_.isEmpty() && !schemaErrors.isEmpty())
        errors.append(
            {kLocation, tr("The schema needs a look: %1").arg(schemaErrors.first().message)});
    return errors;
}

}  // namespace foretaste::wizards
