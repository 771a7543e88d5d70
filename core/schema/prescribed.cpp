// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/prescribed.h"

#include "core/base/text.h"

namespace foretaste::schema {

using enum FieldType;

const std::vector<Prescribed>& prescribed(DatasetType type, Domain domain) {
    static const std::vector<Prescribed> interactions{
        {"USER_ID", String, true},
        {"ITEM_ID", String, true},
        {"TIMESTAMP", Long, true},
        {"EVENT_TYPE", String},
        {"EVENT_VALUE", Float, false, false, true},
        {"IMPRESSION", String, false, false, true},
        {"RECOMMENDATION_ID", String, false, false, true},
        {"EVENT_ATTRIBUTION_SOURCE", String, false, false, true}};
    static const std::vector<Prescribed> domainInteractions = [] {
        auto fields = interactions;
        for (auto& field : fields)
            if (field.name == "EVENT_TYPE") field.required = true;
        return fields;
    }();
    // Null creation times occur in public data sets made for the service; such an item's age then
    // comes from its first interaction.
    static const std::vector<Prescribed> items{{"ITEM_ID", String, true},
                                               {"CREATION_TIMESTAMP", Long, false, false, true}};
    static const std::vector<Prescribed> shopItems{
        {"ITEM_ID", String, true},
        {"PRICE", Float, true, false, true},
        {"CATEGORY_L1", String, true, true, true},
        {"CATEGORY_L2", String, false, true, true},
        {"CATEGORY_L3", String, false, true, true},
        {"PRODUCT_DESCRIPTION", String, false, false, true, true},
        {"CREATION_TIMESTAMP", Long, false, false, true},
        {"AGE_GROUP", String, false, true, true},
        {"ADULT", String, false, true, true},
        {"GENDER", String, false, true, true}};
    static const std::vector<Prescribed> videoItems{
        {"ITEM_ID", String, true},
        // The service's own default schema says GENRES_L1 where its guide says GENRES.
        {"GENRES", String, true, true, true, false, "GENRES_L1"},
        {"GENRES_L1", String, false, true, true},
        {"CREATION_TIMESTAMP", Long, true, false, true},
        {"PRICE", Float, false, false, true},
        {"DURATION", Float, false, false, true},
        {"GENRE_L2", String, false, true, true},
        {"GENRE_L3", String, false, true, true},
        {"AVERAGE_RATING", Float, false, false, true},
        {"PRODUCT_DESCRIPTION", String, false, false, true, true},
        {"CONTENT_OWNER", String, false, true, true},
        {"CONTENT_CLASSIFICATION", String, false, true, true}};
    static const std::vector<Prescribed> users{{"USER_ID", String, true}};
    static const std::vector<Prescribed> videoUsers{
        {"USER_ID", String, true}, {"SUBSCRIPTION_MODEL", String, false, true, true}};
    static const std::vector<Prescribed> actions{
        {"ACTION_ID", String, true},
        {"CREATION_TIMESTAMP", Long, false, false, true},
        {"VALUE", Long, false, false, true},
        {"TYPE", String, false, false, true},
        // The guide uses both names for the same column.
        {"EXPIRATION_TIMESTAMP", Long, false, false, true},
        {"ACTION_EXPIRATION_TIMESTAMP", Long, false, false, true},
        {"REPEAT_FREQUENCY", Long, false, false, true}};
    static const std::vector<Prescribed> actionInteractions{
        {"USER_ID", String, true},
        {"ACTION_ID", String, true},
        {"EVENT_TYPE", String, true},
        {"TIMESTAMP", Long, true},
        {"IMPRESSION", String, false, false, true},
        {"RECOMMENDATION_ID", String, false, false, true}};
    switch (type) {
        case DatasetType::Interactions:
            return domain == Domain::None ? interactions : domainInteractions;
        case DatasetType::Items:
            return domain == Domain::Ecommerce       ? shopItems
                   : domain == Domain::VideoOnDemand ? videoItems
                                                     : items;
        case DatasetType::Users: return domain == Domain::VideoOnDemand ? videoUsers : users;
        case DatasetType::Actions: return actions;
        case DatasetType::ActionInteractions: return actionInteractions;
    }
    return interactions;
}

const Prescribed* prescribedField(DatasetType type, Domain domain, std::string_view name) {
    for (const auto& field : prescribed(type, domain))
        if (base::equalsIgnoringCase(field.name, name)) return &field;
    return nullptr;
}

}  // namespace foretaste::schema
