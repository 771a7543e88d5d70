<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>User personalization v2</source>
        <translation>Nutzerpersonalisierung v2</translation>
    </message>
    <message>
        <source>User personalization</source>
        <translation>Nutzerpersonalisierung</translation>
    </message>
    <message>
        <source>Personalized ranking v2</source>
        <translation>Personalisierte Rangfolge v2</translation>
    </message>
    <message>
        <source>Personalized ranking</source>
        <translation>Personalisierte Rangfolge</translation>
    </message>
    <message>
        <source>Similar items</source>
        <translation>Ähnliche Artikel</translation>
    </message>
    <message>
        <source>Item-to-item similarities (SIMS)</source>
        <translation>Artikelähnlichkeiten (SIMS)</translation>
    </message>
    <message>
        <source>Semantic similarity</source>
        <translation>Semantische Ähnlichkeit</translation>
    </message>
    <message>
        <source>Popularity count</source>
        <translation>Beliebtheit</translation>
    </message>
    <message>
        <source>Trending now</source>
        <translation>Im Trend</translation>
    </message>
    <message>
        <source>Item affinity</source>
        <translation>Artikelaffinität</translation>
    </message>
    <message>
        <source>Item attribute affinity</source>
        <translation>Artikelmerkmal-Affinität</translation>
    </message>
    <message>
        <source>Next best action</source>
        <translation>Nächste beste Aktion</translation>
    </message>
    <message>
        <source>HRNN (legacy)</source>
        <translation>HRNN (veraltet)</translation>
    </message>
    <message>
        <source>HRNN with metadata (legacy)</source>
        <translation>HRNN mit Metadaten (veraltet)</translation>
    </message>
    <message>
        <source>HRNN cold start (legacy)</source>
        <translation>HRNN-Kaltstart (veraltet)</translation>
    </message>
    <message>
        <source>How many numbers describe a user&apos;s taste: more can learn more and train longer.</source>
        <translation>Wie viele Zahlen den Geschmack eines Nutzers beschreiben: mehr können mehr lernen und trainieren länger.</translation>
    </message>
    <message>
        <source>Users with shorter histories than this share of users do not train.</source>
        <translation>Nutzer mit kürzerem Verlauf als dieser Anteil der Nutzer gehen nicht ins Training ein.</translation>
    </message>
    <message>
        <source>Users with longer histories than this share of users do not train.</source>
        <translation>Nutzer mit längerem Verlauf als dieser Anteil der Nutzer gehen nicht ins Training ein.</translation>
    </message>
    <message>
        <source>How many events back learning follows the effect of one event.</source>
        <translation>Über wie viele Ereignisse zurück das Lernen die Wirkung eines Ereignisses verfolgt.</translation>
    </message>
    <message>
        <source>Whether what is popular at the time of an event counts.</source>
        <translation>Ob zählt, was zur Zeit eines Ereignisses beliebt ist.</translation>
    </message>
    <message>
        <source>How much new items are tried: 0 never, 1 the most.</source>
        <translation>Wie stark neue Artikel ausprobiert werden: 0 nie, 1 am stärksten.</translation>
    </message>
    <message>
        <source>How many days an item counts as new.</source>
        <translation>Wie viele Tage ein Artikel als neu gilt.</translation>
    </message>
    <message>
        <source>Whether recent interactions count more than old ones.</source>
        <translation>Ob neuere Interaktionen mehr zählen als alte.</translation>
    </message>
    <message>
        <source>How many numbers describe an item by who interacts with it.</source>
        <translation>Wie viele Zahlen einen Artikel danach beschreiben, wer mit ihm interagiert.</translation>
    </message>
    <message>
        <source>How many numbers describe an item by its metadata.</source>
        <translation>Wie viele Zahlen einen Artikel durch seine Metadaten beschreiben.</translation>
    </message>
    <message>
        <source>How much popularity is held against an item: 0 not at all, 1 the most.</source>
        <translation>Wie sehr Beliebtheit gegen einen Artikel spricht: 0 gar nicht, 1 am stärksten.</translation>
    </message>
    <message>
        <source>How many users must share two items before they count as alike.</source>
        <translation>Wie viele Nutzer zwei Artikel gemeinsam haben müssen, damit diese als ähnlich gelten.</translation>
    </message>
    <message>
        <source>Items with fewer interactions than this share do not train.</source>
        <translation>Artikel mit weniger Interaktionen als dieser Anteil gehen nicht ins Training ein.</translation>
    </message>
    <message>
        <source>Items with more interactions than this share do not train.</source>
        <translation>Artikel mit mehr Interaktionen als dieser Anteil gehen nicht ins Training ein.</translation>
    </message>
    <message>
        <source>The length of the intervals that are compared.</source>
        <translation>Die Länge der verglichenen Zeitabschnitte.</translation>
    </message>
    <message>
        <source>Over how many days a user is expected to take the action.</source>
        <translation>In wie vielen Tagen die Aktion eines Nutzers erwartet wird.</translation>
    </message>
    <message>
        <source>How much popular items are preferred among similar ones.</source>
        <translation>Wie sehr beliebte Artikel unter ähnlichen bevorzugt werden.</translation>
    </message>
    <message>
        <source>How much new items are preferred among similar ones.</source>
        <translation>Wie sehr neue Artikel unter ähnlichen bevorzugt werden.</translation>
    </message>
    <message>
        <source>Learns from the order of each user&apos;s events with a transformer. For large catalogues.</source>
        <translation>Lernt mit einem Transformer aus der Reihenfolge der Ereignisse jedes Nutzers. Für große Kataloge.</translation>
    </message>
    <message>
        <source>Learns from the order of each user&apos;s events what they want next, follows every new event at once, and tries new items to find out who likes them.</source>
        <translation>Lernt aus der Reihenfolge der Ereignisse jedes Nutzers, was als Nächstes gefällt, folgt jedem neuen Ereignis sofort und probiert neue Artikel aus, um zu erfahren, wem sie gefallen.</translation>
    </message>
    <message>
        <source>Orders a given list of items for a user, with a transformer.</source>
        <translation>Ordnet eine gegebene Artikelliste für einen Nutzer, mit einem Transformer.</translation>
    </message>
    <message>
        <source>Orders a given list of items for a user, with the network of User personalization.</source>
        <translation>Ordnet eine gegebene Artikelliste für einen Nutzer, mit dem Netz der Nutzerpersonalisierung.</translation>
    </message>
    <message>
        <source>Items that the same people like and that are alike in their metadata.</source>
        <translation>Artikel, die denselben Personen gefallen und in ihren Metadaten ähnlich sind.</translation>
    </message>
    <message>
        <source>Items that the same people interact with.</source>
        <translation>Artikel, mit denen dieselben Personen interagieren.</translation>
    </message>
    <message>
        <source>Items whose titles and descriptions mean alike.</source>
        <translation>Artikel, deren Titel und Beschreibungen Ähnliches bedeuten.</translation>
    </message>
    <message>
        <source>The same list for everybody: what most users interacted with. The line that every other recipe has to beat.</source>
        <translation>Dieselbe Liste für alle: womit die meisten Nutzer interagierten. Die Messlatte für jedes andere Rezept.</translation>
    </message>
    <message>
        <source>What gains interactions fastest right now.</source>
        <translation>Was gerade am schnellsten Interaktionen gewinnt.</translation>
    </message>
    <message>
        <source>The users who are most likely to want an item.</source>
        <translation>Die Nutzer, die einen Artikel am ehesten wollen.</translation>
    </message>
    <message>
        <source>The users who are most likely to want items of a kind.</source>
        <translation>Die Nutzer, die Artikel einer Art am ehesten wollen.</translation>
    </message>
    <message>
        <source>What a user is most likely to do next: join, download, renew.</source>
        <translation>Was ein Nutzer am ehesten als Nächstes tut: beitreten, herunterladen, verlängern.</translation>
    </message>
    <message>
        <source>The predecessor of User personalization.</source>
        <translation>Der Vorgänger der Nutzerpersonalisierung.</translation>
    </message>
    <message>
        <source>The predecessor of User personalization, with metadata.</source>
        <translation>Der Vorgänger der Nutzerpersonalisierung, mit Metadaten.</translation>
    </message>
    <message>
        <source>The predecessor of User personalization for new items.</source>
        <translation>Der Vorgänger der Nutzerpersonalisierung für neue Artikel.</translation>
    </message>
    <message>
        <source>10 % of users held out, the newest 10 % of each as targets</source>
        <translation>10&#xa0;% der Nutzer zurückgehalten, die neuesten 10&#xa0;% von jedem als Ziele</translation>
    </message>
    <message>
        <source>equal times keep file order</source>
        <translation>gleiche Zeiten behalten die Reihenfolge der Datei</translation>
    </message>
    <message>
        <source>seen items not removed</source>
        <translation>schon gesehene Artikel nicht entfernt</translation>
    </message>
    <message>
        <source>New user: nothing known yet, so what others start with</source>
        <translation>Neuer Nutzer: noch nichts bekannt, also womit andere beginnen</translation>
    </message>
    <message>
        <source>Popular item: nothing more is known to go with the one asked for</source>
        <translation>Beliebter Artikel: Es ist nicht mehr bekannt, was zum angefragten passt</translation>
    </message>
    <message>
        <source>Promoted item</source>
        <translation>Beworbener Artikel</translation>
    </message>
    <message>
        <source>Deploying %1</source>
        <translation>%1 wird bereitgestellt</translation>
    </message>
    <message>
        <source>Updating %1</source>
        <translation>%1 wird aktualisiert</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Training von %1</translation>
    </message>
    <message>
        <source>Replacing the schema of %1</source>
        <translation>Schema von %1 wird ersetzt</translation>
    </message>
    <message>
        <source>Deleting users of %1</source>
        <translation>Nutzer von %1 werden gelöscht</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Export von %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>comparing items</source>
        <translation>Artikel werden verglichen</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>choosing parameters</source>
        <translation>Parameter werden gewählt</translation>
    </message>
    <message>
        <source>bringing in new items</source>
        <translation>neue Artikel werden aufgenommen</translation>
    </message>
    <message>
        <source>new items are in</source>
        <translation>neue Artikel sind aufgenommen</translation>
    </message>
    <message>
        <source>weighing metadata</source>
        <translation>Metadaten werden gewichtet</translation>
    </message>
    <message>
        <source>epoch %1 of at most %2</source>
        <translation>Epoche %1 von höchstens %2</translation>
    </message>
    <message>
        <source>copying the rows that are there</source>
        <translation>vorhandene Zeilen werden kopiert</translation>
    </message>
    <message>
        <source>sorting rows by user</source>
        <translation>Zeilen werden nach Nutzern sortiert</translation>
    </message>
    <message>
        <source>%1 rows read</source>
        <translation>%1 Zeilen gelesen</translation>
    </message>
    <message>
        <source>writing rows</source>
        <translation>Zeilen werden geschrieben</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>Daten werden gelesen</translation>
    </message>
    <message>
        <source>measuring on the held-out users</source>
        <translation>Messung an den zurückgehaltenen Nutzern</translation>
    </message>
    <message>
        <source>saving the model</source>
        <translation>Modell wird gespeichert</translation>
    </message>
    <message>
        <source>rewriting %1</source>
        <translation>%1 wird neu geschrieben</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Update of campaign %1 failed: %2</source>
        <translation>Aktualisierung der Kampagne %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Campaign %1 failed: %2</source>
        <translation>Kampagne %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Campaign %1 serves version %2</source>
        <translation>Kampagne %1 stellt Version %2 bereit</translation>
    </message>
    <message>
        <source>Campaign %1 moved to version %2</source>
        <translation>Kampagne %1 wurde auf Version %2 umgestellt</translation>
    </message>
    <message>
        <source>Campaign %1 follows to version %2</source>
        <translation>Kampagne %1 folgt auf Version %2</translation>
    </message>
    <message>
        <source>Campaign %1 was deleted</source>
        <translation>Kampagne %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Deletion %1 took %2 of %3 away. Train and deploy again: models still know them</source>
        <translation>Löschung %1 entfernte %2 von %3. Neu trainieren und bereitstellen: Modelle kennen sie noch</translation>
    </message>
    <message>
        <source>Dataset %1 of %2 was created</source>
        <translation>Dataset %1 von %2 wurde erstellt</translation>
    </message>
    <message>
        <source>Dataset %1 was deleted</source>
        <translation>Dataset %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Dataset %1 has the schema %2</source>
        <translation>Dataset %1 hat das Schema %2</translation>
    </message>
    <message>
        <source>The schema of %1 stays: %2</source>
        <translation>Das Schema von %1 bleibt: %2</translation>
    </message>
    <message>
        <source>Export %1 wrote %2 of %3</source>
        <translation>Export %1 schrieb %2 von %3</translation>
    </message>
    <message>
        <source>Dataset group %1 was created</source>
        <translation>Datasetgruppe %1 wurde erstellt</translation>
    </message>
    <message>
        <source>Dataset group %1 was deleted</source>
        <translation>Datasetgruppe %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Import %1 brought %2 into %3 in %4 s; %5 was rejected</source>
        <translation>Import %1 brachte %2 in %4&#xa0;s nach %3; %5 wurde abgelehnt</translation>
    </message>
    <message>
        <source>Import %1 brought %2 into %3 in %4 s; %5 were rejected</source>
        <translation>Import %1 brachte %2 in %4&#xa0;s nach %3; %5 wurden abgelehnt</translation>
    </message>
    <message>
        <source>Import %1 failed: %2</source>
        <translation>Import %1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Import %1 was stopped</source>
        <translation>Import %1 wurde angehalten</translation>
    </message>
    <message>
        <source>Event tracker %1 of %2 was created</source>
        <translation>Event-Tracker %1 von %2 wurde erstellt</translation>
    </message>
    <message>
        <source>Event tracker %1 was deleted; the events it recorded are kept</source>
        <translation>Event-Tracker %1 wurde gelöscht; die aufgezeichneten Ereignisse bleiben</translation>
    </message>
    <message>
        <source>Filter %1 of %2 was created</source>
        <translation>Filter %1 von %2 wurde erstellt</translation>
    </message>
    <message>
        <source>Filter %1 was deleted</source>
        <translation>Filter %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Schema %1 was created</source>
        <translation>Schema %1 wurde erstellt</translation>
    </message>
    <message>
        <source>Schema %1 was deleted</source>
        <translation>Schema %1 wurde gelöscht</translation>
    </message>
    <message>
        <source>Solution %1 with %2 was created</source>
        <translation>Lösung %1 mit %2 wurde erstellt</translation>
    </message>
    <message>
        <source>Solution %1 was updated</source>
        <translation>Lösung %1 wurde aktualisiert</translation>
    </message>
    <message>
        <source>Solution %1 was deleted with %2</source>
        <translation>Lösung %1 wurde mit %2 gelöscht</translation>
    </message>
    <message>
        <source>Version %1 of %2 was stopped</source>
        <translation>Version %1 von %2 wurde angehalten</translation>
    </message>
    <message>
        <source>Version %1 of %2 failed: %3</source>
        <translation>Version %1 von %2 ist fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>Version %1 of %2 is ACTIVE after %3 s</source>
        <translation>Version %1 von %2 ist nach %3&#xa0;s aktiv</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 Version</translation>
    </message>
    <message>
        <source>%1 versions</source>
        <translation>%1 Versionen</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 Nutzer</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>the program was closed before this was done</source>
        <translation>das Programm wurde vorher geschlossen</translation>
    </message>
    <message>
        <source>stopped on request</source>
        <translation>auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>the machine ran out of memory: close other programs or use less data</source>
        <translation>der Speicher reicht nicht: andere Programme schließen oder weniger Daten verwenden</translation>
    </message>
    <message>
        <source>the service trains from 1,000 interactions on; here are %1</source>
        <translation>der Dienst trainiert ab 1.000 Interaktionen; hier sind %1</translation>
    </message>
    <message>
        <source>the service wants 25 users with two or more interactions; here are %1</source>
        <translation>der Dienst verlangt 25 Nutzer mit zwei oder mehr Interaktionen; hier sind %1</translation>
    </message>
    <message>
        <source>no user has two interactions, so nothing could be held out and measured</source>
        <translation>kein Nutzer hat zwei Interaktionen, also konnte nichts zurückgehalten und gemessen werden</translation>
    </message>
    <message>
        <source>%1 has a header but no rows: there is nothing to import</source>
        <translation>%1 hat eine Kopfzeile, aber keine Zeilen: Es gibt nichts zu importieren</translation>
    </message>
    <message>
        <source>is not UTF-8: save the file as CSV UTF-8</source>
        <translation>ist nicht UTF-8: die Datei als CSV UTF-8 speichern</translation>
    </message>
    <message>
        <source>is blank</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>is not Viewed, Taken or Not Taken</source>
        <translation>ist nicht Viewed, Taken oder Not Taken</translation>
    </message>
    <message>
        <source>is a date: give Unix time in seconds</source>
        <translation>ist ein Datum: Unix-Zeit in Sekunden angeben</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is written with an exponent, and so maybe rounded: write all its digits</source>
        <translation>ist mit Exponent geschrieben und daher vielleicht gerundet: alle Ziffern ausschreiben</translation>
    </message>
    <message>
        <source>is too large for an int</source>
        <translation>ist zu groß für int</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>looks like milliseconds: give Unix time in seconds</source>
        <translation>sieht nach Millisekunden aus: Unix-Zeit in Sekunden angeben</translation>
    </message>
    <message>
        <source>is empty, and the schema does not allow null</source>
        <translation>ist leer, und das Schema erlaubt keine Leerwerte</translation>
    </message>
    <message>
        <source>is not true or false</source>
        <translation>ist nicht true oder false</translation>
    </message>
    <message>
        <source>%1: the column %2 is not in the schema and was passed over</source>
        <translation>%1: Die Spalte %2 steht nicht im Schema und wurde übergangen</translation>
    </message>
    <message>
        <source>%1: the columns %2 are not in the schema and were passed over</source>
        <translation>%1: Die Spalten %2 stehen nicht im Schema und wurden übergangen</translation>
    </message>
    <message>
        <source>%1: no column %2: read as null throughout</source>
        <translation>%1: Spalte %2 fehlt: durchweg als leer gelesen</translation>
    </message>
    <message>
        <source>%1: the header spells %2 in another way than the schema</source>
        <translation>%1: Die Kopfzeile schreibt %2 anders als das Schema</translation>
    </message>
    <message>
        <source>%1 text of %2 was cut to 20,000 characters</source>
        <translation>%1 Text von %2 wurde auf 20.000 Zeichen gekürzt</translation>
    </message>
    <message>
        <source>%1 texts of %2 were cut to 20,000 characters</source>
        <translation>%1 Texte von %2 wurden auf 20.000 Zeichen gekürzt</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid: use %2</source>
        <translation>„%1“ ist ungültig: %2 verwenden</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid: at least %2 characters needed</source>
        <translation>„%1“ ist ungültig: mindestens %2 Zeichen nötig</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid: at most %2 characters allowed, these are %3</source>
        <translation>„%1“ ist ungültig: höchstens %2 Zeichen erlaubt, es sind %3</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid: must be at least %2</source>
        <translation>„%1“ ist ungültig: mindestens %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not valid: must be at most %2</source>
        <translation>„%1“ ist ungültig: höchstens %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an integer between %2 and %3.</source>
        <translation>„%1“ ist keine ganze Zahl zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number between %2 and %3.</source>
        <translation>„%1“ ist keine Zahl zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not true or false.</source>
        <translation>„%1“ ist nicht true oder false.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one of: %2.</source>
        <translation>„%1“ ist keines von: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>„%1“ ist keine Zahl</translation>
    </message>
    <message>
        <source>another dataset group is called &apos;%1&apos; already: choose another name</source>
        <translation>eine andere Datasetgruppe heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another dataset import job is called &apos;%1&apos; already: choose another name</source>
        <translation>ein anderer Importauftrag heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another schema is called &apos;%1&apos; already: choose another name</source>
        <translation>ein anderes Schema heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another solution is called &apos;%1&apos; already: choose another name</source>
        <translation>eine andere Lösung heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another campaign is called &apos;%1&apos; already: choose another name</source>
        <translation>eine andere Kampagne heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another event tracker is called &apos;%1&apos; already: choose another name</source>
        <translation>ein anderer Event-Tracker heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another filter is called &apos;%1&apos; already: choose another name</source>
        <translation>ein anderer Filter heißt schon „%1“: einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>letters, digits, &apos;-&apos; and &apos;_&apos;, beginning with a letter or digit</source>
        <translation>Buchstaben, Ziffern, „-“ und „_“, beginnend mit Buchstabe oder Ziffer</translation>
    </message>
    <message>
        <source>dataset group %1 has an event tracker already: %2. A group has exactly one</source>
        <translation>Datasetgruppe %1 hat schon einen Event-Tracker: %2. Eine Gruppe hat genau einen</translation>
    </message>
    <message>
        <source>dataset group %1 has no Interactions dataset: create one and import data</source>
        <translation>Datasetgruppe %1 hat kein Dataset mit Interaktionen: eines erstellen und Daten importieren</translation>
    </message>
    <message>
        <source>the schema is not valid JSON: look at line %1</source>
        <translation>das Schema ist kein gültiges JSON: Zeile %1 ansehen</translation>
    </message>
    <message>
        <source>the schema has no name: use Interactions, Items or Users</source>
        <translation>das Schema hat keinen Namen: Interactions, Items oder Users verwenden</translation>
    </message>
    <message>
        <source>the schema has no fields: list them under &quot;fields&quot;</source>
        <translation>das Schema hat keine Felder: unter &quot;fields&quot; aufführen</translation>
    </message>
    <message>
        <source>the schema&apos;s name &apos;%1&apos; is not a dataset type: use Interactions, Items or Users</source>
        <translation>der Name „%1“ des Schemas ist keine Art von Dataset: Interactions, Items oder Users verwenden</translation>
    </message>
    <message>
        <source>the field %1 is missing: %2 needs it</source>
        <translation>das Feld %1 fehlt: %2 braucht es</translation>
    </message>
    <message>
        <source>field &apos;%1&apos;: a name begins with a letter or underscore and goes on with letters, digits and underscores</source>
        <translation>Feld „%1“: ein Name beginnt mit Buchstabe oder Unterstrich, danach Buchstaben, Ziffern und Unterstriche</translation>
    </message>
    <message>
        <source>field %1: clashes with %2, because names must differ in more than case and underscores</source>
        <translation>Feld %1: zu ähnlich zu %2; Namen müssen sich in mehr als Groß- und Kleinschreibung und Unterstrichen unterscheiden</translation>
    </message>
    <message>
        <source>field %1: the type must be %2, not %3</source>
        <translation>Feld %1: der Typ muss %2 sein, nicht %3</translation>
    </message>
    <message>
        <source>field %1: must not be nullable</source>
        <translation>Feld %1: darf keine Leerwerte haben</translation>
    </message>
    <message>
        <source>field %1: only string fields can be categorical, textual or itemName</source>
        <translation>Feld %1: nur Textfelder können categorical, textual oder itemName sein</translation>
    </message>
    <message>
        <source>field %1: cannot be categorical and textual at once</source>
        <translation>Feld %1: kann nicht zugleich categorical und textual sein</translation>
    </message>
    <message>
        <source>more than one field is textual: Items can have one</source>
        <translation>mehr als ein Feld ist textual: Items kann eines haben</translation>
    </message>
    <message>
        <source>more than one field is marked itemName: Items can have one</source>
        <translation>mehr als ein Feld ist itemName: Items kann eines haben</translation>
    </message>
    <message>
        <source>%1 needs at least one field besides the id</source>
        <translation>%1 braucht außer der ID mindestens ein Feld</translation>
    </message>
    <message>
        <source>Users needs at least one field that is categorical or a number: mark a field &quot;categorical&quot;: true</source>
        <translation>Users braucht mindestens ein Feld, das categorical oder eine Zahl ist: ein Feld mit &quot;categorical&quot;: true kennzeichnen</translation>
    </message>
    <message>
        <source>there is no file or folder at %1</source>
        <translation>keine Datei und kein Ordner bei %1</translation>
    </message>
    <message>
        <source>the folder %1 holds no .csv or .csv.gz file</source>
        <translation>der Ordner %1 enthält keine .csv- oder .csv.gz-Datei</translation>
    </message>
    <message>
        <source>%1 is empty: the first line must name the columns</source>
        <translation>%1 ist leer: die erste Zeile muss die Spalten nennen</translation>
    </message>
    <message>
        <source>%1 has a header but no rows to look at</source>
        <translation>%1 hat eine Kopfzeile, aber keine Zeilen</translation>
    </message>
    <message>
        <source>%1 is written in UTF-16: save it as CSV UTF-8</source>
        <translation>%1 ist in UTF-16 geschrieben: als CSV UTF-8 speichern</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet or a zip archive: save it as CSV UTF-8</source>
        <translation>%1 ist eine Tabellenkalkulation oder ein Zip-Archiv: als CSV UTF-8 speichern</translation>
    </message>
    <message>
        <source>cannot open %1: check that it is there and may be read</source>
        <translation>%1 lässt sich nicht öffnen: prüfen, ob es da und lesbar ist</translation>
    </message>
    <message>
        <source>Line %1: %2 &apos;%3&apos; %4</source>
        <translation>Zeile %1: %2 „%3“ %4</translation>
    </message>
</context>
<context>
    <name>foretaste::bridge</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>MRR at 25</source>
        <translation>MRR bei 25</translation>
    </message>
    <message>
        <source>NDCG at %1</source>
        <translation>NDCG bei %1</translation>
    </message>
    <message>
        <source>Precision at %1</source>
        <translation>Precision bei %1</translation>
    </message>
    <message>
        <source>The share of the catalogue that somebody was recommended in the top 25.</source>
        <translation>Der Anteil des Katalogs, der irgendjemandem unter den ersten 25 empfohlen wurde.</translation>
    </message>
    <message>
        <source>One over the rank of the first item that the person really chose next, averaged over people; 0 where none is in the top 25.</source>
        <translation>Kehrwert des Rangs des ersten Artikels, den die Person danach wirklich gewählt hat, gemittelt über die Personen; 0, wo keiner unter den ersten 25 ist.</translation>
    </message>
    <message>
        <source>How much of what people chose next is in the list, and how high up: 1 is the ideal order.</source>
        <translation>Wie viel von dem, was Personen danach gewählt haben, in der Liste steht, und wie weit oben: 1 ist die ideale Reihenfolge.</translation>
    </message>
    <message>
        <source>The share of the list that people really chose next.</source>
        <translation>Der Anteil der Liste, den die Personen danach wirklich gewählt haben.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::AreaChart</name>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>%1 (%)</source>
        <translation>%1 (%)</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3 percent</source>
        <translation>%1 von %2 bis %3 Prozent</translation>
    </message>
    <message>
        <source>Between %1 and %2: %3.</source>
        <translation>Zwischen %1 und %2: %3.</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::BarChart</name>
    <message>
        <source>95 % interval: %1 to %2</source>
        <translation>95-%-Intervall: %1 bis %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % low</source>
        <translation>95&#xa0;% unten</translation>
    </message>
    <message>
        <source>95 % high</source>
        <translation>95&#xa0;% oben</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>Best of %1 by %2: %3 with %4</source>
        <translation>Bestes von %1 nach %2: %3 mit %4</translation>
    </message>
    <message>
        <source>, %1 times %2</source>
        <translation>, das %1-Fache von %2</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::Chart</name>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::Chart::Legend</name>
    <message>
        <source>Show %1</source>
        <translation>%1 anzeigen</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::ChartCard</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Table and export</source>
        <translation>Tabelle und Export</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle anzeigen</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>%1 could not be written. Is the folder writable, and the disk not full?</source>
        <translation>%1 konnte nicht geschrieben werden. Ist der Ordner beschreibbar und auf dem Datenträger Platz?</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::ColumnChart</name>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>%1 by %2: most, %3, at %4.</source>
        <translation>%1 nach %2: am meisten, %3, bei %4.</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::HistogramChart</name>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>To (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>%1 percent within %2 %3</source>
        <translation>%1 Prozent innerhalb von %2&#xa0;%3</translation>
    </message>
    <message>
        <source>%1 %2: %3.</source>
        <translation>%1&#xa0;%2: %3.</translation>
    </message>
</context>
<context>
    <name>foretaste::charts::LineChart</name>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, unten</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, oben</translation>
    </message>
    <message>
        <source>%1 goes from %2 to %3</source>
        <translation>%1 geht von %2 bis %3</translation>
    </message>
    <message>
        <source>No data yet.</source>
        <translation>Noch keine Daten.</translation>
    </message>
    <message>
        <source>%1, over %2 %3 to %4.</source>
        <translation>%1, über %2&#xa0;%3 bis %4.</translation>
    </message>
</context>
<context>
    <name>foretaste::desktop</name>
    <message>
        <source>Train, explore and serve recommenders on your own machine</source>
        <translation>Empfehlungssysteme auf dem eigenen Rechner trainieren, erkunden und betreiben</translation>
    </message>
    <message>
        <source>Folder that keeps the data; made where it does not exist.</source>
        <translation>Ordner für die Daten; wird angelegt, wenn es ihn nicht gibt.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Open the bundled sample in a workspace that is thrown away.</source>
        <translation>Das mitgelieferte Beispiel in einem Arbeitsbereich öffnen, der danach gelöscht wird.</translation>
    </message>
    <message>
        <source>Check that the program is complete, and end.</source>
        <translation>Prüfen, ob das Programm vollständig ist, und beenden.</translation>
    </message>
    <message>
        <source>Language of the console: %1; without it that of the settings.</source>
        <translation>Sprache der Konsole: %1; ohne Angabe die der Einstellungen.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>The workspace cannot be opened</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>The same folder, or the database in it: what desktops open a workspace by.</source>
        <translation>Derselbe Ordner oder die Datenbank darin: So öffnet ein Dateiverwalter einen Arbeitsbereich.</translation>
    </message>
</context>
<context>
    <name>foretaste::desktop::ConsoleWindow</name>
    <message>
        <source>Dataset group</source>
        <translation>Datasetgruppe</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>Empfehlen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Create dataset group</source>
        <translation>Datasetgruppe erstellen</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>Anderen Arbeitsbereich öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Dataset in %1</source>
        <translation>Dataset in %1</translation>
    </message>
    <message>
        <source>Solution in %1</source>
        <translation>Lösung in %1</translation>
    </message>
    <message>
        <source>Campaign in %1</source>
        <translation>Kampagne in %1</translation>
    </message>
    <message>
        <source>Create solution</source>
        <translation>Lösung erstellen</translation>
    </message>
    <message>
        <source>Making up the sample: a club for short films with 2,140 viewers.</source>
        <translation>Das Beispiel wird erzeugt: ein Kurzfilmclub mit 2.140 Zuschauern.</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1&#xa0;%2/s</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
    <message>
        <source>%1: stopped</source>
        <translation>%1: angehalten</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 ist fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>A second window could not be started.</source>
        <translation>Ein zweites Fenster konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>API on port %1</source>
        <translation>API auf Port %1</translation>
    </message>
    <message>
        <source>API off</source>
        <translation>API aus</translation>
    </message>
    <message>
        <source>The API endpoint for boto3 and aws-cli</source>
        <translation>Der API-Endpunkt für boto3 und aws-cli</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Es wird noch gearbeitet</translation>
    </message>
    <message>
        <source>%1. Closing stops it; what is finished stays.</source>
        <translation>%1. Schließen hält das an; was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>foretaste::models::ActivityModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>foretaste::models::CampaignModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
</context>
<context>
    <name>foretaste::models::DatasetGroupModel</name>
    <message>
        <source>Custom</source>
        <translation>Benutzerdefiniert</translation>
    </message>
    <message>
        <source>E-commerce</source>
        <translation>E-Commerce</translation>
    </message>
    <message>
        <source>Video on demand</source>
        <translation>Video-on-Demand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::DatasetModel</name>
    <message>
        <source>Interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action interactions</source>
        <translation>Aktionsinteraktionen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>action interactions</source>
        <translation>Aktionsinteraktionen</translation>
    </message>
</context>
<context>
    <name>foretaste::models::DatasetRowsModel</name>
    <message>
        <source>Loading…</source>
        <translation>Lädt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>foretaste::models::EndpointCallModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
</context>
<context>
    <name>foretaste::models::EndpointKeyModel</name>
    <message>
        <source>Access key id</source>
        <translation>Zugriffsschlüssel-ID</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::EventTrackerModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tracking id</source>
        <translation>Tracking-ID</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::FilterModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::HistoryModel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>foretaste::models::ImportIssueModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>foretaste::models::ImportJobModel</name>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>Übernommene Zeilen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::JobModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1&#xa0;%2/s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>foretaste::models::RecommendationModel</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>Genres</source>
        <translation>Genres</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>foretaste::models::SchemaModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>foretaste::models::SolutionModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>Neueste Version</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
</context>
<context>
    <name>foretaste::models::SolutionVersionModel</name>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>NDCG at 10</source>
        <translation>NDCG bei 10</translation>
    </message>
    <message>
        <source>Deployed in</source>
        <translation>Bereitgestellt in</translation>
    </message>
</context>
<context>
    <name>foretaste::pages</name>
    <message>
        <source>dataset group</source>
        <translation>Datasetgruppe</translation>
    </message>
    <message>
        <source>%1 rows and the reports of their imports are deleted; the files they came from stay</source>
        <translation>%1 Zeilen und die Berichte ihrer Importe werden gelöscht; die Dateien, aus denen sie kamen, bleiben</translation>
    </message>
    <message>
        <source>Models trained on it stay, but new versions are trained without it</source>
        <translation>Damit trainierte Modelle bleiben, neue Versionen werden aber ohne es trainiert</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Programs that send events with its tracking id get an error from then on</source>
        <translation>Programme, die Ereignisse mit seiner Tracking-ID senden, erhalten von da an einen Fehler</translation>
    </message>
    <message>
        <source>The events it recorded are kept, and training goes on using them</source>
        <translation>Die aufgezeichneten Ereignisse bleiben erhalten und gehen weiter ins Training ein</translation>
    </message>
    <message>
        <source>event tracker</source>
        <translation>Event-Tracker</translation>
    </message>
    <message>
        <source>Solution %1 is deployed in %2. Delete the campaign first.</source>
        <translation>Lösung %1 ist in %2 bereitgestellt. Zuerst die Kampagne löschen.</translation>
    </message>
    <message>
        <source>Its version and the trained model are deleted too</source>
        <translation>Ihre Version und das trainierte Modell werden mitgelöscht</translation>
    </message>
    <message>
        <source>Its %1 versions and their trained models are deleted too</source>
        <translation>Ihre %1 Versionen und deren trainierte Modelle werden mitgelöscht</translation>
    </message>
    <message>
        <source>solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Scripts that ask this campaign for recommendations get an error from then on</source>
        <translation>Skripte, die diese Kampagne nach Empfehlungen fragen, erhalten von da an einen Fehler</translation>
    </message>
    <message>
        <source>The solution version it serves is kept</source>
        <translation>Die Lösungsversion, die sie bereitstellt, bleibt erhalten</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Campaigns that stop answering: %1</source>
        <translation>Kampagnen, die nicht mehr antworten: %1</translation>
    </message>
    <message>
        <source>Solutions that are deleted with all their versions (%1): %2</source>
        <translation>Lösungen, die mit allen Versionen (%1) gelöscht werden: %2</translation>
    </message>
    <message>
        <source>Programs that send events to %1 are refused from then on</source>
        <translation>Programme, die Ereignisse an %1 senden, werden von da an abgewiesen</translation>
    </message>
    <message>
        <source>Datasets that are deleted with %1 rows: %2; the files they came from stay</source>
        <translation>Datasets, die mit %1 Zeilen gelöscht werden: %2; die Dateien, aus denen sie kamen, bleiben</translation>
    </message>
    <message>
        <source>Import interactions</source>
        <translation>Interaktionen importieren</translation>
    </message>
    <message>
        <source>Follow the import</source>
        <translation>Import verfolgen</translation>
    </message>
    <message>
        <source>Create solution</source>
        <translation>Lösung erstellen</translation>
    </message>
    <message>
        <source>Train a version</source>
        <translation>Version trainieren</translation>
    </message>
    <message>
        <source>Follow the training</source>
        <translation>Training verfolgen</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>Open campaign</source>
        <translation>Kampagne öffnen</translation>
    </message>
    <message>
        <source>Update campaign</source>
        <translation>Kampagne aktualisieren</translation>
    </message>
    <message>
        <source>Get recommendations</source>
        <translation>Empfehlungen abrufen</translation>
    </message>
    <message>
        <source>Dataset groups</source>
        <translation>Datasetgruppen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Event tracker</source>
        <translation>Event-Tracker</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Solution version</source>
        <translation>Lösungsversion</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>API endpoint</source>
        <translation>API-Endpunkt</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1 Bericht</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>%1 could not be written. Is the folder writable, and the disk not full?</source>
        <translation>%1 konnte nicht geschrieben werden. Ist der Ordner beschreibbar und auf dem Datenträger Platz?</translation>
    </message>
    <message>
        <source>%1: what it recommends, and how well</source>
        <translation>%1: was sie empfiehlt, und wie gut</translation>
    </message>
    <message>
        <source>The first ten places reach an NDCG of %1.</source>
        <translation>Die ersten zehn Plätze erreichen einen NDCG von %1.</translation>
    </message>
    <message>
        <source>NDCG at 10 of %1 against %2</source>
        <translation>NDCG bei 10 von %1 gegen %2</translation>
    </message>
    <message>
        <source>Whether the lists are better than “most popular” cannot be told yet: %1, and the intervals overlap. More people to measure on would tell.</source>
        <translation>Ob die Listen besser sind als „am beliebtesten“, lässt sich noch nicht sagen: %1, und die Intervalle überlappen. Mehr Personen zum Messen würden es zeigen.</translation>
    </message>
    <message>
        <source>The lists are worse than “most popular”: %1. Do not deploy this version.</source>
        <translation>Die Listen sind schlechter als „am beliebtesten“: %1. Diese Version nicht bereitstellen.</translation>
    </message>
    <message>
        <source>The lists are %1 times as good as “most popular” for everybody: %2.</source>
        <translation>Die Listen sind %1-mal so gut wie „am beliebtesten“ für alle: %2.</translation>
    </message>
    <message>
        <source>%1 of the catalogue are recommended to somebody.</source>
        <translation>%1 des Katalogs werden irgendjemandem empfohlen.</translation>
    </message>
    <message>
        <source>%1 of the catalogue are recommended to somebody; “most popular” shows %2.</source>
        <translation>%1 des Katalogs werden irgendjemandem empfohlen; „am beliebtesten“ zeigt %2.</translation>
    </message>
    <message>
        <source>%1 items are younger than %2 days. At the exploration weight of %3 they get %4 of the places (%5 without exploration), and the lists keep %6 of their relevance.</source>
        <translation>%1 Artikel sind jünger als %2 Tage. Beim Explorationsgewicht %3 erhalten sie %4 der Plätze (%5 ohne Exploration), und die Listen behalten %6 ihrer Relevanz.</translation>
    </message>
    <message>
        <source>Of %1 requests to the campaign half were answered within %2, 99 % within %3.</source>
        <translation>Von %1 Anfragen an die Kampagne wurde die Hälfte innerhalb von %2 beantwortet, 99&#xa0;% innerhalb von %3.</translation>
    </message>
    <message>
        <source>It learnt from %1 events of %2 people with %3 items in %4, on this machine.</source>
        <translation>Gelernt aus %1 Ereignissen von %2 Personen mit %3 Artikeln in %4, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Quality is measured on what people did in the past, when other lists, or none, were shown to them. It compares recommenders; it does not foretell clicks. A test on live traffic does.</source>
        <translation>Die Qualität wird an dem gemessen, was Personen früher getan haben, als sie andere oder keine Listen sahen. Das vergleicht Empfehlungssysteme, sagt aber keine Klicks voraus. Das tut erst ein Test mit echten Besuchern.</translation>
    </message>
    <message>
        <source>Such a measurement cannot value exploration: a new item has no past. The price of exploration is shown, its gain only over time.</source>
        <translation>Eine solche Messung kann Exploration nicht bewerten: Ein neuer Artikel hat keine Vergangenheit. Gezeigt wird der Preis der Exploration; ihr Gewinn zeigt sich erst mit der Zeit.</translation>
    </message>
    <message>
        <source>Times are of this machine and of single requests one after the other.</source>
        <translation>Die Zeiten gelten für diesen Rechner und für einzelne Anfragen nacheinander.</translation>
    </message>
    <message>
        <source>Item %1, place %2</source>
        <translation>Artikel %1, Platz %2</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt %1</translation>
    </message>
    <message>
        <source>in</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Item %1, %2</source>
        <translation>Artikel %1, %2</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Clicks ahead of greedy</source>
        <translation>Klicks Vorsprung vor Greedy</translation>
    </message>
    <message>
        <source>New items found out about</source>
        <translation>Neue Artikel ergründet</translation>
    </message>
    <message>
        <source>Clicks on new items</source>
        <translation>Klicks auf neue Artikel</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Entgangene Klicks (Regret)</translation>
    </message>
    <message>
        <source>Who gets the places</source>
        <translation>Wer die Plätze erhält</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>1 click</source>
        <translation>1 Klick</translation>
    </message>
    <message>
        <source>%1 clicks</source>
        <translation>%1 Klicks</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Greedy</translation>
    </message>
    <message>
        <source>Epsilon-greedy</source>
        <translation>Epsilon-Greedy</translation>
    </message>
    <message>
        <source>LinUCB</source>
        <translation>LinUCB</translation>
    </message>
    <message>
        <source>REN</source>
        <translation>REN</translation>
    </message>
    <message>
        <source>Thompson sampling</source>
        <translation>Thompson-Sampling</translation>
    </message>
    <message>
        <source>Oracle</source>
        <translation>Orakel</translation>
    </message>
    <message>
        <source>Shows what the model likes best and never tries anything: weight 0.</source>
        <translation>Zeigt, was das Modell am besten findet, und probiert nie etwas aus: Gewicht 0.</translation>
    </message>
    <message>
        <source>Gives a place to a new item now and then, by dice.</source>
        <translation>Gibt ab und zu einem gewürfelten neuen Artikel einen Platz.</translation>
    </message>
    <message>
        <source>Adds a bonus to what it is unsure of, always the same.</source>
        <translation>Schlägt auf, wo es unsicher ist, immer gleich viel.</translation>
    </message>
    <message>
        <source>A bonus that is larger where user and item are unlike what it has seen.</source>
        <translation>Ein Aufschlag, der größer ist, wo Nutzer und Artikel wenig Bekanntem gleichen.</translation>
    </message>
    <message>
        <source>What campaigns do: draws each new item&apos;s worth from what is believed of it.</source>
        <translation>Was Kampagnen tun: Es zieht den Wert jedes neuen Artikels aus dem, was über ihn vermutet wird.</translation>
    </message>
    <message>
        <source>Knows what everybody likes. Nobody can be better.</source>
        <translation>Weiß, was allen gefällt. Besser kann niemand sein.</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>Daten importieren</translation>
    </message>
    <message>
        <source>Set exploration</source>
        <translation>Exploration einstellen</translation>
    </message>
    <message>
        <source>in your data</source>
        <translation>in den Daten</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>%1 s+</source>
        <translation>ab %1 s</translation>
    </message>
    <message>
        <source>%1 min+</source>
        <translation>ab %1 min</translation>
    </message>
    <message>
        <source>%1 h+</source>
        <translation>ab %1 h</translation>
    </message>
    <message>
        <source>%1 d+</source>
        <translation>ab %1 T</translation>
    </message>
    <message>
        <source>interactions of an item</source>
        <translation>Interaktionen eines Artikels</translation>
    </message>
    <message>
        <source>rank of the item, powers of ten</source>
        <translation>Rang des Artikels, Zehnerpotenzen</translation>
    </message>
    <message>
        <source>interactions, powers of ten</source>
        <translation>Interaktionen, Zehnerpotenzen</translation>
    </message>
    <message>
        <source>hits of the 25 most popular</source>
        <translation>Treffer der 25 beliebtesten</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>days between two trainings</source>
        <translation>Tage zwischen zwei Trainings</translation>
    </message>
    <message>
        <source>% of interactions</source>
        <translation>% der Interaktionen</translation>
    </message>
    <message>
        <source>Filled cells</source>
        <translation>Gefüllte Zellen</translation>
    </message>
    <message>
        <source>% filled</source>
        <translation>% gefüllt</translation>
    </message>
    <message>
        <source>Commonest values of %1</source>
        <translation>Häufigste Werte von %1</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>% of the rows have at most this value</source>
        <translation>% der Zeilen haben höchstens diesen Wert</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>with interactions</source>
        <translation>mit Interaktionen</translation>
    </message>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>with a record</source>
        <translation>mit Datensatz</translation>
    </message>
    <message>
        <source>How interactions spread over items</source>
        <translation>Wie sich Interaktionen auf Artikel verteilen</translation>
    </message>
    <message>
        <source>Interactions per user</source>
        <translation>Interaktionen je Nutzer</translation>
    </message>
    <message>
        <source>Time between a user&apos;s interactions</source>
        <translation>Zeit zwischen den Interaktionen eines Nutzers</translation>
    </message>
    <message>
        <source>How fast taste moves</source>
        <translation>Wie schnell sich der Geschmack ändert</translation>
    </message>
    <message>
        <source>How long a list keeps its worth</source>
        <translation>Wie lange eine Liste ihren Wert behält</translation>
    </message>
    <message>
        <source>New users and items</source>
        <translation>Neue Nutzer und Artikel</translation>
    </message>
    <message>
        <source>Items by popularity, both axes logarithmic. The steeper the line, the more a few items have.</source>
        <translation>Artikel nach Beliebtheit, beide Achsen logarithmisch. Je steiler die Linie, desto mehr entfällt auf wenige Artikel.</translation>
    </message>
    <message>
        <source>How many users have so many interactions. Those with one or two get popular items.</source>
        <translation>Wie viele Nutzer so viele Interaktionen haben. Wer eine oder zwei hat, erhält beliebte Artikel.</translation>
    </message>
    <message>
        <source>How long users take from one interaction to the next; 0 s means that their order is not known.</source>
        <translation>Wie lange Nutzer von einer Interaktion zur nächsten brauchen; 0 s heißt, dass ihre Reihenfolge nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The share of interactions that moves to other items from one week to the next, and what chance alone would move.</source>
        <translation>Der Anteil der Interaktionen, der von einer Woche zur nächsten auf andere Artikel übergeht, und was der Zufall allein verschöbe.</translation>
    </message>
    <message>
        <source>What a list of the 25 most popular items hits if it is renewed every so many days.</source>
        <translation>Was eine Liste der 25 beliebtesten Artikel trifft, wenn sie alle so viele Tage erneuert wird.</translation>
    </message>
    <message>
        <source>The share of a week&apos;s interactions by users, and with items, that were never seen before it.</source>
        <translation>Der Anteil der Interaktionen einer Woche von Nutzern und mit Artikeln, die zuvor nie vorkamen.</translation>
    </message>
    <message>
        <source>interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>time to the next</source>
        <translation>Zeit bis zur nächsten</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>by chance alone</source>
        <translation>allein durch Zufall</translation>
    </message>
    <message>
        <source>new users</source>
        <translation>neue Nutzer</translation>
    </message>
    <message>
        <source>new items</source>
        <translation>neue Artikel</translation>
    </message>
    <message>
        <source>rows that count</source>
        <translation>Zeilen, die zählen</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>met for the first time</source>
        <translation>zum ersten Mal</translation>
    </message>
    <message>
        <source>met before</source>
        <translation>schon einmal</translation>
    </message>
    <message>
        <source>Rows of a dataset</source>
        <translation>Zeilen eines Datasets</translation>
    </message>
    <message>
        <source>Data insights</source>
        <translation>Dateneinblicke</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Requests that name it get an error from then on</source>
        <translation>Anfragen, die ihn nennen, erhalten von da an einen Fehler</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>out</source>
        <translation>raus</translation>
    </message>
    <message>
        <source>Replace the schema</source>
        <translation>Schema ersetzen</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Filter activity</source>
        <translation>Aktivität filtern</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch nichts geschehen</translation>
    </message>
    <message>
        <source>Imports, trainings, deployments and deletions are listed here, whoever asked for them: this window, the command line or a script.</source>
        <translation>Hier stehen Importe, Trainings, Bereitstellungen und Löschungen, gleich wer sie veranlasst hat: dieses Fenster, die Kommandozeile oder ein Skript.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>No line contains this text.</source>
        <translation>Keine Zeile enthält diesen Text.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::Body</name>
    <message>
        <source>%1 · version %2 of %3 · made with Foretaste on %4</source>
        <translation>%1 · Version %2 von %3 · erstellt mit Foretaste am %4</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>New items</source>
        <translation>Neue Artikel</translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation>Wie gelernt wurde</translation>
    </message>
    <message>
        <source>What these figures do not say</source>
        <translation>Was diese Zahlen nicht sagen</translation>
    </message>
    <message>
        <source>How good the lists are</source>
        <translation>Wie gut die Listen sind</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>Diese Version</translation>
    </message>
    <message>
        <source>Most popular</source>
        <translation>Am beliebtesten</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was sie aussagt</translation>
    </message>
    <message>
        <source>What people would see</source>
        <translation>Was Personen sehen würden</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>Chose last: %1</source>
        <translation>Zuletzt gewählt: %1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Hälfte innerhalb von</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95&#xa0;% innerhalb von</translation>
    </message>
    <message>
        <source>99 % within</source>
        <translation>99&#xa0;% innerhalb von</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::CampaignDetailsTab</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Latest update</source>
        <translation>Letzte Aktualisierung</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Open version</source>
        <translation>Version öffnen</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Solution version</source>
        <translation>Lösungsversion</translation>
    </message>
    <message>
        <source>Exploration weight</source>
        <translation>Explorationsgewicht</translation>
    </message>
    <message>
        <source>Items count as new for</source>
        <translation>Artikel gelten als neu für</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Follows the latest version</source>
        <translation>Folgt der neuesten Version</translation>
    </message>
    <message>
        <source>Returns metadata of items</source>
        <translation>Liefert Metadaten der Artikel</translation>
    </message>
    <message>
        <source>Minimum provisioned TPS</source>
        <translation>Mindestens bereitgestellte TPS</translation>
    </message>
    <message>
        <source>%1, without effect here</source>
        <translation>%1, hier ohne Wirkung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>To version</source>
        <translation>Auf Version</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Fehlerursache</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::CampaignPage</name>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Views of the campaign</source>
        <translation>Ansichten der Kampagne</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>This campaign is gone</source>
        <translation>Diese Kampagne gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <translation>%1 · Version %2</translation>
    </message>
    <message>
        <source>Campaigns of this group</source>
        <translation>Kampagnen dieser Gruppe</translation>
    </message>
    <message>
        <source>The campaign could not be deployed. %1</source>
        <translation>Die Kampagne konnte nicht bereitgestellt werden. %1</translation>
    </message>
    <message>
        <source>The version is being loaded. This takes a moment.</source>
        <translation>Die Version wird geladen. Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>The latest update failed, and what was deployed before goes on serving. %1</source>
        <translation>Die letzte Aktualisierung ist fehlgeschlagen; die vorige Bereitstellung läuft weiter. %1</translation>
    </message>
    <message>
        <source>Campaign %1 was deleted.</source>
        <translation>Kampagne %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::CampaignRowModel</name>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Wird aktualisiert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Requests and times are counted inside the engine since the campaign was loaded: from a request&apos;s arrival to the finished list.</source>
        <translation>Anfragen und Zeiten zählt die Engine, seit die Kampagne geladen wurde: vom Eintreffen einer Anfrage bis zur fertigen Liste.</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>No campaign yet</source>
        <translation>Noch keine Kampagne</translation>
    </message>
    <message>
        <source>A campaign serves one solution version: it answers with recommendations in about a millisecond, follows every new event, and tries new items as much as you allow.</source>
        <translation>Eine Kampagne stellt eine Lösungsversion bereit: Sie antwortet in etwa einer Millisekunde mit Empfehlungen, folgt jedem neuen Ereignis und probiert neue Artikel so weit aus, wie es erlaubt ist.</translation>
    </message>
    <message>
        <source>No solution version to serve yet</source>
        <translation>Noch keine Lösungsversion zum Bereitstellen</translation>
    </message>
    <message>
        <source>A campaign serves a trained version of a solution. Train one first.</source>
        <translation>Eine Kampagne stellt eine trainierte Version einer Lösung bereit. Zuerst eine trainieren.</translation>
    </message>
    <message>
        <source>Go to solutions</source>
        <translation>Zu den Lösungen</translation>
    </message>
    <message>
        <source>Train a solution version first</source>
        <translation>Zuerst eine Lösungsversion trainieren</translation>
    </message>
    <message>
        <source>Campaign %1 was deleted.</source>
        <translation>Kampagne %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ColumnModel</name>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>whole number</source>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Gefüllt</translation>
    </message>
    <message>
        <source>Different values</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Median or commonest</source>
        <translation>Median oder häufigster</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ColumnStatistics</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>over all rows; choose one to see how it is spread</source>
        <translation>über alle Zeilen; eine auswählen, um ihre Verteilung zu sehen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ComparePanel</name>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Compared recommendations</source>
        <translation>Verglichene Empfehlungen</translation>
    </message>
    <message>
        <source>What to compare with</source>
        <translation>Womit verglichen wird</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>exploration weight %1</source>
        <translation>Explorationsgewicht %1</translation>
    </message>
    <message>
        <source>There is nothing to compare with: this is the group&apos;s only campaign, and its recipe does not explore.</source>
        <translation>Es gibt nichts zum Vergleichen: Dies ist die einzige Kampagne der Gruppe, und ihr Rezept erkundet nicht.</translation>
    </message>
    <message>
        <source>The engine returned no item.</source>
        <translation>Die Engine lieferte keinen Artikel.</translation>
    </message>
    <message>
        <source>%1 of %2 items are in both lists, %3 at the same place.</source>
        <translation>%1 von %2 Artikeln stehen in beiden Listen, %3 davon am selben Platz.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DataInsightsPage</name>
    <message>
        <source>Interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Find insight</source>
        <translation>Einblick suchen</translation>
    </message>
    <message>
        <source>Data insights</source>
        <translation>Dateneinblicke</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>All datasets</source>
        <translation>Alle Datasets</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>repeats dropped: %1</source>
        <translation>Wiederholungen entfernt: %1</translation>
    </message>
    <message>
        <source>%1 with two or more</source>
        <translation>%1 mit zwei oder mehr</translation>
    </message>
    <message>
        <source>the most popular tenth has %1</source>
        <translation>das beliebteste Zehntel hat %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Nothing stands out: the data are fine</source>
        <translation>Nichts fällt auf: Die Daten sind in Ordnung</translation>
    </message>
    <message>
        <source>%1 insights</source>
        <translation>%1 Einblicke</translation>
    </message>
    <message>
        <source>%1 of %2 insights</source>
        <translation>%1 von %2 Einblicken</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DataStep</name>
    <message>
        <source>%1 items</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>importing %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>Import läuft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>The last import of %1 failed, %2</source>
        <translation>Der letzte Import von %1 ist fehlgeschlagen, %2</translation>
    </message>
    <message>
        <source>see why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>Rejected rows of %1: %2, %3</source>
        <translation>Abgelehnte Zeilen von %1: %2, %3</translation>
    </message>
    <message>
        <source>see why and mend them</source>
        <translation>warum, und beheben</translation>
    </message>
    <message>
        <source>A CSV with a user, an item and a time in each row is enough to begin with.</source>
        <translation>Für den Anfang genügt eine CSV-Datei mit Nutzer, Artikel und Zeit in jeder Zeile.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DatasetGroupsPage</name>
    <message>
        <source>Dataset groups</source>
        <translation>Datasetgruppen</translation>
    </message>
    <message>
        <source>Make your first recommendations</source>
        <translation>Die ersten Empfehlungen erstellen</translation>
    </message>
    <message>
        <source>A dataset group holds one catalogue and the people who use it: their data, the models trained on them and what answers with recommendations. Bring a CSV of who chose what and when, or look around in a film club that comes with the program.</source>
        <translation>Eine Datasetgruppe enthält einen Katalog und die Personen, die ihn nutzen: ihre Daten, die damit trainierten Modelle und das, was mit Empfehlungen antwortet. Mit einer eigenen CSV-Datei beginnen (wer hat was wann gewählt) oder sich in einem mitgelieferten Filmclub umsehen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Create dataset group</source>
        <translation>Datasetgruppe erstellen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Dataset group %1 was deleted.</source>
        <translation>Datasetgruppe %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DatasetImportJobPage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>Daten importieren</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Gelesene Zeilen</translation>
    </message>
    <message>
        <source>Records of all files, without their headings.</source>
        <translation>Datensätze aller Dateien, ohne Kopfzeilen.</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>Übernommene Zeilen</translation>
    </message>
    <message>
        <source>Valid rows that are new. An event that repeats user, item and time of another counts once; of two records with one id the later is kept.</source>
        <translation>Gültige, neue Zeilen. Ein Ereignis mit gleichem Nutzer, Artikel und Zeitpunkt zählt einmal; von zwei Datensätzen mit derselben ID bleibt der spätere.</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Rows with a value that the schema does not allow. They are written to a file of their own, with the reason.</source>
        <translation>Zeilen mit einem Wert, den das Schema nicht zulässt. Sie stehen mit dem Grund in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Reading, checking and writing, on this machine.</source>
        <translation>Lesen, Prüfen und Schreiben, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>by reason</source>
        <translation>nach Grund</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>This import is gone</source>
        <translation>Diesen Import gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Datasets of %1</source>
        <translation>Datasets von %1</translation>
    </message>
    <message>
        <source>%1 Nothing was imported; what the dataset held before is still there.</source>
        <translation>%1 Es wurde nichts importiert; was das Dataset vorher enthielt, ist noch da.</translation>
    </message>
    <message>
        <source>Rows now in the dataset</source>
        <translation>Zeilen jetzt im Dataset</translation>
    </message>
    <message>
        <source>repeats left out: %1</source>
        <translation>ausgelassene Wiederholungen: %1</translation>
    </message>
    <message>
        <source>no repeats</source>
        <translation>keine Wiederholungen</translation>
    </message>
    <message>
        <source>%1 of the rows</source>
        <translation>%1 der Zeilen</translation>
    </message>
    <message>
        <source>every row was valid</source>
        <translation>jede Zeile war gültig</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>whole row</source>
        <translation>ganze Zeile</translation>
    </message>
    <message>
        <source>The first %1 of them</source>
        <translation>Die ersten %1 davon</translation>
    </message>
    <message>
        <source>Each of them</source>
        <translation>Jede davon</translation>
    </message>
    <message>
        <source>All of them with the reasons, to mend and import again</source>
        <translation>Alle mit den Gründen, zum Beheben und erneuten Importieren</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened.</source>
        <translation>Der Ordner %1 konnte nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DatasetPage</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>Daten importieren</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht anzeigen</translation>
    </message>
    <message>
        <source>Nothing has been imported yet.</source>
        <translation>Noch nichts importiert.</translation>
    </message>
    <message>
        <source>the newest first; open one for its report</source>
        <translation>die neuesten zuerst; öffnen zeigt den Bericht</translation>
    </message>
    <message>
        <source>The rows could not be read: %1</source>
        <translation>Die Zeilen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>This dataset is gone</source>
        <translation>Dieses Dataset gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Datasets of %1</source>
        <translation>Datasets von %1</translation>
    </message>
    <message>
        <source>Rows imported</source>
        <translation>Importierte Zeilen</translation>
    </message>
    <message>
        <source>Events put one by one</source>
        <translation>Einzeln gesendete Ereignisse</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Events that were put one by one are used in training, but not listed here.</source>
        <translation>Einzeln gesendete Ereignisse gehen ins Training ein, stehen aber nicht hier.</translation>
    </message>
    <message>
        <source>%1, as imported</source>
        <translation>%1, wie importiert</translation>
    </message>
    <message>
        <source>Dataset %1 was deleted.</source>
        <translation>Dataset %1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Browse rows</source>
        <translation>Zeilen ansehen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Replace schema…</source>
        <translation>Schema ersetzen …</translation>
    </message>
    <message>
        <source>a schema cannot be changed once it is made, but another can take over</source>
        <translation>ein Schema lässt sich nicht mehr ändern, ein anderes kann es aber ablösen</translation>
    </message>
    <message>
        <source>The schema %1 could not take over: %2</source>
        <translation>Das Schema %1 konnte nicht übernehmen: %2</translation>
    </message>
    <message>
        <source>The schema %1 is taking over…</source>
        <translation>Das Schema %1 übernimmt …</translation>
    </message>
    <message>
        <source>The export %1 is under way; the job list shows when it is done.</source>
        <translation>Der Export %1 läuft; die Auftragsliste zeigt, wann er fertig ist.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DatasetRowsPage</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>No row is like this.</source>
        <translation>Keine Zeile ist so.</translation>
    </message>
    <message>
        <source>Choose a row to see whom and what it is about.</source>
        <translation>Eine Zeile auswählen, um zu sehen, um wen und was es geht.</translation>
    </message>
    <message>
        <source>This dataset is gone</source>
        <translation>Dieses Dataset gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Rows of %1</source>
        <translation>Zeilen von %1</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>%1, as imported</source>
        <translation>%1, wie importiert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::DatasetsPage</name>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>Daten importieren</translation>
    </message>
    <message>
        <source>Who chose what, and when: the one thing that training needs. A CSV with a user, an item and a time in each row.</source>
        <translation>Wer hat was wann gewählt: das Einzige, was das Training braucht. Eine CSV-Datei mit Nutzer, Artikel und Zeit in jeder Zeile.</translation>
    </message>
    <message>
        <source>Add interactions</source>
        <translation>Interaktionen hinzufügen</translation>
    </message>
    <message>
        <source>Titles, genres and dates of the catalogue. With them, items that nobody has chosen yet can be recommended, and lists show titles.</source>
        <translation>Titel, Genres und Daten des Katalogs. Damit lassen sich auch Artikel empfehlen, die noch niemand gewählt hat, und Listen zeigen Titel.</translation>
    </message>
    <message>
        <source>Add items</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>What is known of people, such as a membership or an age group. Helps those most who have not chosen much yet.</source>
        <translation>Was über Personen bekannt ist, etwa Mitgliedschaft oder Altersgruppe. Hilft vor allem denen, die noch wenig gewählt haben.</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Nutzer hinzufügen</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Dataset %1 was deleted.</source>
        <translation>Dataset %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::EndpointPage</name>
    <message>
        <source>API endpoint</source>
        <translation>API-Endpunkt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Signatures are not checked: whatever runs on this machine may use the workspace.</source>
        <translation>Signaturen werden nicht geprüft: Jedes Programm auf diesem Rechner darf den Arbeitsbereich benutzen.</translation>
    </message>
    <message>
        <source>The script was written to %1.</source>
        <translation>Das Skript wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>For boto3, aws-cli and your own programs</source>
        <translation>Für boto3, aws-cli und eigene Programme</translation>
    </message>
    <message>
        <source>Scripts written for the managed service run against this workspace when they are told the address. Only programs on this machine reach it.</source>
        <translation>Skripte für den verwalteten Dienst laufen mit dieser Adresse gegen diesen Arbeitsbereich. Nur Programme auf diesem Rechner erreichen ihn.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Ask for &amp;signatures made with an access key</source>
        <translation>&amp;Signaturen mit einem Zugriffsschlüssel verlangen</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>kept in this workspace</source>
        <translation>in diesem Arbeitsbereich gespeichert</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>No key yet: clients need one.</source>
        <translation>Noch kein Schlüssel: Clients brauchen einen.</translation>
    </message>
    <message>
        <source>What the key is for</source>
        <translation>Wofür der Schlüssel ist</translation>
    </message>
    <message>
        <source>Note of a new key</source>
        <translation>Notiz zu einem neuen Schlüssel</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>How to reach it</source>
        <translation>So ist er zu erreichen</translation>
    </message>
    <message>
        <source>with the selected key</source>
        <translation>mit dem ausgewählten Schlüssel</translation>
    </message>
    <message>
        <source>Export workspace as boto3 script…</source>
        <translation>Arbeitsbereich als boto3-Skript exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>A program that makes the same resources in another workspace or on the service</source>
        <translation>Ein Programm, das dieselben Ressourcen in einem anderen Arbeitsbereich oder beim Dienst anlegt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Code for boto3</source>
        <translation>Code für boto3</translation>
    </message>
    <message>
        <source>Commands for aws-cli</source>
        <translation>Befehle für aws-cli</translation>
    </message>
    <message>
        <source>Command for curl</source>
        <translation>Befehl für curl</translation>
    </message>
    <message>
        <source>Copied, with the secret of the key.</source>
        <translation>Kopiert, mit dem Geheimnis des Schlüssels.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>the newest %1</source>
        <translation>die neuesten %1</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>What clients ask for appears here.</source>
        <translation>Hier erscheint, was Clients anfragen.</translation>
    </message>
    <message>
        <source>Bodies of the selected request</source>
        <translation>Inhalte der ausgewählten Anfrage</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>(no body)</source>
        <translation>(ohne Inhalt)</translation>
    </message>
    <message>
        <source>Export workspace as boto3 script</source>
        <translation>Arbeitsbereich als boto3-Skript exportieren</translation>
    </message>
    <message>
        <source>Python programs (*.py)</source>
        <translation>Python-Programme (*.py)</translation>
    </message>
    <message>
        <source>Revoke this key</source>
        <translation>Diesen Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Programs that sign with %1 are refused from now on.</source>
        <translation>Programme, die mit %1 signieren, werden ab jetzt abgewiesen.</translation>
    </message>
    <message>
        <source>Revoke key</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::EventStream</name>
    <message>
        <source>As they arrive</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Events as they arrive</source>
        <translation>Ereignisse live</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Events that programs put appear here, the newest first.</source>
        <translation>Hier erscheinen Ereignisse, die Programme senden, die neuesten zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>listening</source>
        <translation>hört zu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>held still</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::EventTimeline</name>
    <message>
        <source>When the events happened</source>
        <translation>Wann die Ereignisse geschahen</translation>
    </message>
    <message>
        <source>%1 events from %2 to %3.</source>
        <translation>%1 Ereignisse von %2 bis %3.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::EventTrackerPage</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Event tracker &amp;name</source>
        <translation>&amp;Name des Event-Trackers</translation>
    </message>
    <message>
        <source>Create event tracker</source>
        <translation>Event-Tracker erstellen</translation>
    </message>
    <message>
        <source>Event tracker</source>
        <translation>Event-Tracker</translation>
    </message>
    <message>
        <source>Add interactions</source>
        <translation>Interaktionen hinzufügen</translation>
    </message>
    <message>
        <source>No event tracker yet</source>
        <translation>Noch kein Event-Tracker</translation>
    </message>
    <message>
        <source>An event tracker takes what people do, one event at a time: the next list of a person already knows of it, and the next training learns from it. A dataset group has exactly one; programs name it by its tracking id.</source>
        <translation>Ein Event-Tracker nimmt auf, was Personen tun, Ereignis für Ereignis: Die nächste Liste einer Person weiß schon davon, und das nächste Training lernt daraus. Eine Datasetgruppe hat genau einen; Programme nennen ihn bei seiner Tracking-ID.</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Events go into the interactions of the group, and there is no such dataset yet.</source>
        <translation>Ereignisse gehen in die Interaktionen der Gruppe ein, und ein solches Dataset gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Tracking id</source>
        <translation>Tracking-ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Events so far</source>
        <translation>Ereignisse bisher</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>The event tracker takes events from now on.</source>
        <translation>Der Event-Tracker nimmt ab jetzt Ereignisse an.</translation>
    </message>
    <message>
        <source>Event tracker %1 was deleted.</source>
        <translation>Event-Tracker %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ExplorationCard</name>
    <message>
        <source>New items by weight</source>
        <translation>Neue Artikel nach Gewicht</translation>
    </message>
    <message>
        <source>exploration weight</source>
        <translation>Explorationsgewicht</translation>
    </message>
    <message>
        <source>places that go to new items, %</source>
        <translation>Plätze für neue Artikel, %</translation>
    </message>
    <message>
        <source>relevance that is kept, %</source>
        <translation>behaltene Relevanz, %</translation>
    </message>
    <message>
        <source>here: %1</source>
        <translation>hier: %1</translation>
    </message>
    <message>
        <source>Lists of 25 for the %1 busiest people at each weight, made for this chart alone: nothing is logged. Relevance: the model&apos;s own probability of the list over that at weight 0.</source>
        <translation>25er-Listen für die %1 aktivsten Personen bei jedem Gewicht, nur für dieses Diagramm: Nichts wird protokolliert. Relevanz: Wahrscheinlichkeit der Liste nach dem Modell, geteilt durch die bei Gewicht 0.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ExplorationPanel</name>
    <message>
        <source>Exploration</source>
        <translation>Exploration</translation>
    </message>
    <message>
        <source>Exploration weight, previewed</source>
        <translation>Explorationsgewicht, Vorschau</translation>
    </message>
    <message>
        <source>Age up to which items count as new, previewed</source>
        <translation>Alter, bis zu dem Artikel als neu gelten, Vorschau</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Apply to campaign</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Back to what the campaign does</source>
        <translation>Zurück zu den Werten der Kampagne</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>New items up to 1 day old</source>
        <translation>Neue Artikel bis 1 Tag alt</translation>
    </message>
    <message>
        <source>New items up to %1 days old</source>
        <translation>Neue Artikel bis %1 Tage alt</translation>
    </message>
    <message>
        <source>A preview: the campaign is as it was.</source>
        <translation>Eine Vorschau: Die Kampagne ist unverändert.</translation>
    </message>
    <message>
        <source>No item is young enough to be tried.</source>
        <translation>Kein Artikel ist jung genug zum Ausprobieren.</translation>
    </message>
    <message>
        <source>At this weight %1 of the places go to new items; the lists keep %2 of their relevance.</source>
        <translation>Bei diesem Gewicht gehen %1 der Plätze an neue Artikel; die Listen behalten %2 ihrer Relevanz.</translation>
    </message>
    <message>
        <source>The campaign is being updated to weight %1.</source>
        <translation>Die Kampagne wird auf Gewicht %1 aktualisiert.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ExplorationTab</name>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>Making lists for a sample of people at eleven weights…</source>
        <translation>Listen für eine Stichprobe von Personen bei elf Gewichten werden erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>This recipe does not explore</source>
        <translation>Dieses Rezept exploriert nicht</translation>
    </message>
    <message>
        <source>It ranks items by what is known of them, so new items get no place until people have chosen them. The recipe User personalization tries new items.</source>
        <translation>Es ordnet Artikel nach dem, was über sie bekannt ist; neue erhalten keinen Platz, bevor Personen sie gewählt haben. Das Rezept „Nutzerpersonalisierung“ probiert neue Artikel aus.</translation>
    </message>
    <message>
        <source>Places by age of item</source>
        <translation>Plätze nach Alter der Artikel</translation>
    </message>
    <message>
        <source>What the weight does</source>
        <translation>Was das Gewicht bewirkt</translation>
    </message>
    <message>
        <source>percent, at each weight</source>
        <translation>Prozent, bei jedem Gewicht</translation>
    </message>
    <message>
        <source>Who gets the places</source>
        <translation>Wer die Plätze erhält</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>percent of places</source>
        <translation>Prozent der Plätze</translation>
    </message>
    <message>
        <source>Could not be measured.</source>
        <translation>Konnte nicht gemessen werden.</translation>
    </message>
    <message>
        <source>by age of item, at weight %1</source>
        <translation>nach Alter des Artikels, bei Gewicht %1</translation>
    </message>
    <message>
        <source>Ages count from the newest event of the data.</source>
        <translation>Das Alter zählt ab dem neuesten Ereignis der Daten.</translation>
    </message>
    <message>
        <source>One item is younger than %1</source>
        <translation>Ein Artikel ist jünger als %1</translation>
    </message>
    <message>
        <source>%1 items are younger than %2</source>
        <translation>%1 Artikel sind jünger als %2</translation>
    </message>
    <message>
        <source>No item is younger than %1, counted from the newest event of the data: there is nothing to explore.</source>
        <translation>Kein Artikel ist jünger als %1, gezählt ab dem neuesten Ereignis der Daten: Es gibt nichts zu erkunden.</translation>
    </message>
    <message>
        <source>%1. At weight 0 nothing is tried: %2 of the places go to them on merit alone.</source>
        <translation>%1. Bei Gewicht 0 wird nichts ausprobiert: %2 der Plätze gehen allein nach Verdienst an sie.</translation>
    </message>
    <message>
        <source>%1. At this campaign&apos;s weight of %2 they get %3 of the places, against %4 without exploration; the lists keep %5 of their relevance.</source>
        <translation>%1. Beim Gewicht %2 dieser Kampagne erhalten sie %3 der Plätze, gegenüber %4 ohne Exploration; die Listen behalten %5 ihrer Relevanz.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::FiltersPage</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>No filter yet</source>
        <translation>Noch kein Filter</translation>
    </message>
    <message>
        <source>A filter keeps items out of lists, or lets only some in: what somebody has bought already, what is not for children, one genre alone. A request names the filter it wants.</source>
        <translation>Ein Filter hält Artikel aus Listen heraus oder lässt nur bestimmte hinein: was jemand schon gekauft hat, was nichts für Kinder ist, nur ein Genre. Eine Anfrage nennt den Filter, den sie verwenden will.</translation>
    </message>
    <message>
        <source>Create filter</source>
        <translation>Filter erstellen</translation>
    </message>
    <message>
        <source>Create another like it</source>
        <translation>Ähnlichen erstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Filter %1 was created.</source>
        <translation>Filter %1 wurde erstellt.</translation>
    </message>
    <message>
        <source>Filter %1 was deleted.</source>
        <translation>Filter %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::HyperparameterModel</name>
    <message>
        <source>You</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>decided at training</source>
        <translation>beim Training bestimmt</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Bestimmt durch</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie bewirkt</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ItemList</name>
    <message>
        <source>Copy item id</source>
        <translation>Artikel-ID kopieren</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ItemRowModel</name>
    <message>
        <source>exploring</source>
        <translation>erkundet</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ItemStoryCard</name>
    <message>
        <source>Only this item&apos;s rows</source>
        <translation>Nur Zeilen dieses Artikels</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>The Items dataset has no record of it</source>
        <translation>Das Items-Dataset hat keinen Datensatz dazu</translation>
    </message>
    <message>
        <source>never chosen yet</source>
        <translation>noch nie gewählt</translation>
    </message>
    <message>
        <source>chosen once, %1</source>
        <translation>einmal gewählt, %1</translation>
    </message>
    <message>
        <source>chosen %1 times, %2 to %3</source>
        <translation>%1-mal gewählt, %2 bis %3</translation>
    </message>
    <message>
        <source>Item id</source>
        <translation>Artikel-ID</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::JobCard</name>
    <message>
        <source>%1 %2/s</source>
        <translation>%1&#xa0;%2/s</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::LatencyTab</name>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Newest requests</source>
        <translation>Neueste Anfragen</translation>
    </message>
    <message>
        <source>Measure %1 requests</source>
        <translation>%1 Anfragen messen</translation>
    </message>
    <message>
        <source>half are slower</source>
        <translation>die Hälfte ist langsamer</translation>
    </message>
    <message>
        <source>1 in 20 is slower</source>
        <translation>1 von 20 ist langsamer</translation>
    </message>
    <message>
        <source>1 in 100 is slower</source>
        <translation>1 von 100 ist langsamer</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Measured inside the engine, from a request&apos;s arrival to the finished list, without HTTP, since the campaign was loaded; the percentiles above are right within 10 %.</source>
        <translation>Gemessen in der Engine, vom Eintreffen einer Anfrage bis zur fertigen Liste, ohne HTTP, seit die Kampagne geladen wurde; die Perzentile oben sind auf 10&#xa0;% genau.</translation>
    </message>
    <message>
        <source>Sends real requests for the busiest people, one after the other</source>
        <translation>Sendet echte Anfragen für die aktivsten Personen, eine nach der anderen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Messung läuft&#xa0;…</translation>
    </message>
    <message>
        <source>%1 requests were answered in %2, one after the other.</source>
        <translation>%1 Anfragen wurden in %2 beantwortet, eine nach der anderen.</translation>
    </message>
    <message>
        <source>slowest: %1</source>
        <translation>langsamste: %1</translation>
    </message>
    <message>
        <source>none yet: send some with the button above</source>
        <translation>noch keine: mit der Schaltfläche oben senden</translation>
    </message>
    <message>
        <source>%1 of them; the axis is logarithmic</source>
        <translation>%1; die Achse ist logarithmisch</translation>
    </message>
    <message>
        <source>there were none since the campaign was loaded</source>
        <translation>keine, seit die Kampagne geladen wurde</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::LeaderboardCard</name>
    <message>
        <source>Leaderboard</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>same split for all; whiskers are 95 % intervals</source>
        <translation>gleiche Aufteilung für alle; Striche sind 95-%-Intervalle</translation>
    </message>
    <message>
        <source>%1 (this, the baseline)</source>
        <translation>%1 (diese, die Baseline)</translation>
    </message>
    <message>
        <source>%1 (this)</source>
        <translation>%1 (diese)</translation>
    </message>
    <message>
        <source>popularity (baseline)</source>
        <translation>Beliebtheit (Baseline)</translation>
    </message>
    <message>
        <source>Protocol: %1 · %2 · %3 · %4 people · %5 items ranked · seed %6</source>
        <translation>Protokoll: %1 · %2 · %3 · %4 Personen · %5 gereihte Artikel · Seed %6</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::MetricModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95&#xa0;%</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Beliebtheit</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::MetricTiles</name>
    <message>
        <source>%1× popularity</source>
        <translation>%1× Beliebtheit</translation>
    </message>
    <message>
        <source>Mean reciprocal rank at 25</source>
        <translation>Mittlerer reziproker Rang bei 25</translation>
    </message>
    <message>
        <source>Coverage of the catalogue</source>
        <translation>Abdeckung des Katalogs</translation>
    </message>
    <message>
        <source>Training and measuring</source>
        <translation>Training und Messung</translation>
    </message>
    <message>
        <source>Wall clock from reading the data to the saved model, on this machine.</source>
        <translation>Wanduhrzeit vom Lesen der Daten bis zum gespeicherten Modell, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>nobody could be held out to measure</source>
        <translation>niemand ließ sich zum Messen zurückhalten</translation>
    </message>
    <message>
        <source>the popularity baseline itself</source>
        <translation>die Beliebtheits-Baseline selbst</translation>
    </message>
    <message>
        <source>popularity: %1</source>
        <translation>Beliebtheit: %1</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>%1 faster than the last</source>
        <translation>%1 schneller als die vorige</translation>
    </message>
    <message>
        <source>%1 longer than the last</source>
        <translation>%1 länger als die vorige</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::MetricsCard</name>
    <message>
        <source>All metrics</source>
        <translation>Alle Metriken</translation>
    </message>
    <message>
        <source>rest on one for its meaning</source>
        <translation>Zeiger darauf erklärt sie</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::OverviewPage</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Who sees new items</source>
        <translation>Wer neue Artikel sieht</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>How fast it answers</source>
        <translation>Wie schnell geantwortet wird</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Bereitstellung</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>The newest requests, from the call to the finished list, on this machine</source>
        <translation>Die neuesten Anfragen, vom Aufruf bis zur fertigen Liste, auf diesem Rechner</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Dataset groups</source>
        <translation>Datasetgruppen</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>The first training is under way</source>
        <translation>Das erste Training läuft</translation>
    </message>
    <message>
        <source>Nothing is trained yet</source>
        <translation>Noch nichts trainiert</translation>
    </message>
    <message>
        <source>Each version is measured on people that it has not seen, beside a list of what is popular. Its figures appear here.</source>
        <translation>Jede Version wird an Personen gemessen, die sie nicht kennt, neben einer Liste des Beliebten. Hier erscheinen ihre Zahlen.</translation>
    </message>
    <message>
        <source>Nothing is deployed yet</source>
        <translation>Noch nichts bereitgestellt</translation>
    </message>
    <message>
        <source>A campaign mixes new items into its lists and learns who likes them. How many, and what that costs, appears here.</source>
        <translation>Eine Kampagne mischt neue Artikel in ihre Listen und lernt, wem sie gefallen. Wie viele, und was das kostet, erscheint hier.</translation>
    </message>
    <message>
        <source>Nobody has asked yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>Ask the campaign for recommendations on its page. How fast it answers appears here.</source>
        <translation>Auf der Seite der Kampagne Empfehlungen abrufen. Wie schnell sie antwortet, erscheint hier.</translation>
    </message>
    <message>
        <source>Measuring exploration</source>
        <translation>Exploration wird gemessen</translation>
    </message>
    <message>
        <source>Lists for a sample of people are made at each exploration weight.</source>
        <translation>Bei jedem Explorationsgewicht werden Listen für eine Stichprobe von Personen erstellt.</translation>
    </message>
    <message>
        <source>Exploration could not be measured</source>
        <translation>Exploration konnte nicht gemessen werden</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::Point</name>
    <message>
        <source>weeks since %1</source>
        <translation>Wochen seit %1</translation>
    </message>
    <message>
        <source>% of interactions</source>
        <translation>% der Interaktionen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::RecommendStep</name>
    <message>
        <source>serves version %1 of %2</source>
        <translation>stellt Version %1 von %2 bereit</translation>
    </message>
    <message>
        <source>%1
no requests yet</source>
        <translation>%1
noch keine Anfragen</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1
p99 %2 ms · %3</source>
        <translation>%1
p99&#xa0;%2&#xa0;ms · %3</translation>
    </message>
    <message>
        <source>Requests since the campaign was deployed or the program was started</source>
        <translation>Anfragen seit der Bereitstellung der Kampagne oder dem Start des Programms</translation>
    </message>
    <message>
        <source>Recommend</source>
        <translation>Empfehlen</translation>
    </message>
    <message>
        <source>Deploy a version as a campaign. It answers at once, follows what people do, and shows new items now and then to learn who likes them.</source>
        <translation>Eine Version als Kampagne bereitstellen. Sie antwortet sofort, folgt dem, was Personen tun, und zeigt ab und zu neue Artikel, um zu lernen, wem sie gefallen.</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>All %1 campaigns</source>
        <translation>Alle %1 Kampagnen</translation>
    </message>
    <message>
        <source>Train a version first</source>
        <translation>Zuerst eine Version trainieren</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::RecommendationsTab</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Recommended now</source>
        <translation>Jetzt empfohlen</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>Get recommendations</source>
        <translation>Empfehlungen abrufen</translation>
    </message>
    <message>
        <source>Create event tracker</source>
        <translation>Event-Tracker erstellen</translation>
    </message>
    <message>
        <source>Send as</source>
        <translation>Senden als</translation>
    </message>
    <message>
        <source>Type of the events that are sent</source>
        <translation>Art der gesendeten Ereignisse</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle anzeigen</translation>
    </message>
    <message>
        <source>Show recommendations as table</source>
        <translation>Empfehlungen als Tabelle anzeigen</translation>
    </message>
    <message>
        <source>Number of results</source>
        <translation>Anzahl der Ergebnisse</translation>
    </message>
    <message>
        <source>Nothing can be played here yet: events go through an event tracker, and this group has none.</source>
        <translation>Hier lässt sich noch nichts abspielen: Ereignisse gehen durch einen Event-Tracker, und diese Gruppe hat keinen.</translation>
    </message>
    <message>
        <source>You played “%1”.</source>
        <translation>„%1“ abgespielt.</translation>
    </message>
    <message>
        <source>You sent “%1” for “%2”.</source>
        <translation>„%1“ für „%2“ gesendet.</translation>
    </message>
    <message>
        <source>%1 of %2 places changed in %3</source>
        <translation>%1 von %2 Plätzen änderten sich in %3</translation>
    </message>
    <message>
        <source>: this recipe gives everybody the same list.</source>
        <translation>: Dieses Rezept gibt allen dieselbe Liste.</translation>
    </message>
    <message>
        <source>, the draws of exploration among them.</source>
        <translation>, die Ziehungen der Exploration inbegriffen.</translation>
    </message>
    <message>
        <source>Nothing yet. What this person does at the right appears here.</source>
        <translation>Noch nichts. Was diese Person rechts tut, erscheint hier.</translation>
    </message>
    <message>
        <source>Times count from the data&apos;s newest event, %1.</source>
        <translation>Zeiten zählen ab dem neuesten Ereignis der Daten, %1.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>%1 events imported</source>
        <translation>%1 importiert</translation>
    </message>
    <message>
        <source>no history</source>
        <translation>kein Verlauf</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>relevance of the first = 100</source>
        <translation>Relevanz des Ersten = 100</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>nach Platz</translation>
    </message>
    <message>
        <source>The engine returned no item.</source>
        <translation>Die Engine lieferte keinen Artikel.</translation>
    </message>
    <message>
        <source>This recipe orders a list that it is given: here what the busiest people chose lately.</source>
        <translation>Dieses Rezept ordnet eine gegebene Liste: hier, was die aktivsten Personen zuletzt wählten.</translation>
    </message>
    <message>
        <source>This recipe finds what goes with an item: here with the one that this person, or the busiest, chose last.</source>
        <translation>Dieses Rezept findet, was zu einem Artikel passt: hier zu dem, den diese Person, oder die aktivste, zuletzt wählte.</translation>
    </message>
    <message>
        <source>“Exploring” and words on new people come from the engine; the other remarks say what item and history have in common, not why the model chose it.</source>
        <translation>„Erkundet“ und Worte zu neuen Personen kommen von der Engine; die übrigen Bemerkungen sagen, was Artikel und Verlauf gemeinsam haben, nicht, warum das Modell ihn wählte.</translation>
    </message>
    <message>
        <source>This recipe counts how many people chose an item; it does not look at the user.</source>
        <translation>Dieses Rezept zählt, wie viele Personen einen Artikel wählten; den Nutzer betrachtet es nicht.</translation>
    </message>
    <message>
        <source>Answered in %1.</source>
        <translation>Beantwortet in %1.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show another campaign&apos;s list, or another exploration, beside it</source>
        <translation>Die Liste einer anderen Kampagne oder einer anderen Exploration daneben zeigen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::RejectReasonModel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::ResourcePage</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>It was deleted, here or by a script.</source>
        <translation>Gelöscht, hier oder durch ein Skript.</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>Dies konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::RowFilterBar</name>
    <message>
        <source>A part of an item id</source>
        <translation>Teil einer Artikel-ID</translation>
    </message>
    <message>
        <source>A part of a user id</source>
        <translation>Teil einer Nutzer-ID</translation>
    </message>
    <message>
        <source>A part of an action id</source>
        <translation>Teil einer Aktions-ID</translation>
    </message>
    <message>
        <source>A part of a user or item id</source>
        <translation>Teil einer Nutzer- oder Artikel-ID</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>Ab diesem Tag</translation>
    </message>
    <message>
        <source>From any day</source>
        <translation>Ab jedem Tag</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>Bis zu diesem Tag</translation>
    </message>
    <message>
        <source>Until any day</source>
        <translation>Bis zu jedem Tag</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>Any event type</source>
        <translation>Jeder Ereignistyp</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>Show the rows of other users than %1, too</source>
        <translation>Auch die Zeilen anderer Nutzer als %1 zeigen</translation>
    </message>
    <message>
        <source>Item %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>Show the rows of other items than %1, too</source>
        <translation>Auch die Zeilen anderer Artikel als %1 zeigen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SavedRequestsButton</name>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>results: %1</source>
        <translation>Ergebnisse: %1</translation>
    </message>
    <message>
        <source>weight %1, new up to %2 days</source>
        <translation>Gewicht %1, neu bis %2 Tage</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Requests kept for later</source>
        <translation>Für später gespeicherte Anfragen</translation>
    </message>
    <message>
        <source>Save this request</source>
        <translation>Diese Anfrage speichern</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>The request was saved: %1.</source>
        <translation>Die Anfrage wurde gespeichert: %1.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SchemasPage</name>
    <message>
        <source>Schemas</source>
        <translation>Schemas</translation>
    </message>
    <message>
        <source>No schema yet</source>
        <translation>Noch kein Schema</translation>
    </message>
    <message>
        <source>A schema says which columns a dataset has and what they hold. It is made together with a dataset, from the CSV file.</source>
        <translation>Ein Schema sagt, welche Spalten ein Dataset hat und was sie enthalten. Es entsteht zusammen mit einem Dataset aus der CSV-Datei.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>a schema cannot be changed once it is made</source>
        <translation>ein Schema lässt sich nachträglich nicht ändern</translation>
    </message>
    <message>
        <source>Go to dataset groups</source>
        <translation>Zu den Datasetgruppen</translation>
    </message>
    <message>
        <source>A dataset has it. Delete the dataset first.</source>
        <translation>Ein Dataset verwendet es. Zuerst das Dataset löschen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No dataset has it.</source>
        <translation>Kein Dataset verwendet es.</translation>
    </message>
    <message>
        <source>Used by %1.</source>
        <translation>Verwendet von %1.</translation>
    </message>
    <message>
        <source>Schema %1 was deleted.</source>
        <translation>Schema %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SettingsPage</name>
    <message>
        <source>&amp;Refuse what the managed service would refuse</source>
        <translation>&amp;Ablehnen, was der verwaltete Dienst ablehnen würde</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Sprache und Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>Its minima, such as 1,000 interactions to train, and its quotas then end in an error here too. Otherwise they are only remarked on.</source>
        <translation>Seine Mindestwerte, etwa 1.000 Interaktionen fürs Training, und seine Kontingente führen dann auch hier zu einem Fehler. Sonst wird nur darauf hingewiesen.</translation>
    </message>
    <message>
        <source>&amp;Processor cores for training</source>
        <translation>&amp;Prozessorkerne fürs Training</translation>
    </message>
    <message>
        <source>Fewer leave the machine free for other work. Equal numbers give equal models.</source>
        <translation>Weniger lassen den Rechner frei für anderes. Gleiche Anzahl ergibt gleiche Modelle.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Everything that is imported, trained and logged lies in this folder and nowhere else. A copy of it is a backup; close the program before copying.</source>
        <translation>Alles Importierte, Trainierte und Protokollierte liegt in diesem Ordner und nirgends sonst. Eine Kopie davon ist eine Sicherung; vor dem Kopieren das Programm schließen.</translation>
    </message>
    <message>
        <source>The folder %1 could not be opened.</source>
        <translation>Der Ordner %1 konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Workspace folder</source>
        <translation>Ordner des Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Language and engine change when Foretaste starts the next time.</source>
        <translation>Sprache und Engine ändern sich beim nächsten Start von Foretaste.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SimulatorControls</name>
    <message>
        <source>Policies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>Exploration weight of Thompson sampling</source>
        <translation>Explorationsgewicht des Thompson-Samplings</translation>
    </message>
    <message>
        <source>Another number, other visitors and other new items; the same number, the same ones for every policy.</source>
        <translation>Andere Zahl, andere Besucher und andere neue Artikel; gleiche Zahl, dieselben für jede Strategie.</translation>
    </message>
    <message>
        <source>2 days a second</source>
        <translation>2 Tage je Sekunde</translation>
    </message>
    <message>
        <source>5 days a second</source>
        <translation>5 Tage je Sekunde</translation>
    </message>
    <message>
        <source>As fast as it can</source>
        <translation>So schnell wie möglich</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>Exploration weight %1</source>
        <translation>Explorationsgewicht %1</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SimulatorPage</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Watch exploration learn</source>
        <translation>Der Exploration beim Lernen zusehen</translation>
    </message>
    <message>
        <source>New items that have been shown at least %1 times: enough to tell what they are worth.</source>
        <translation>Neue Artikel, die mindestens %1-mal gezeigt wurden: genug, um ihren Wert zu kennen.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Clicks ahead of greedy</source>
        <translation>Klicks Vorsprung vor Greedy</translation>
    </message>
    <message>
        <source>Equal people, visits and new items for every policy; clicks of one run, which differ from seed to seed.</source>
        <translation>Gleiche Menschen, Besuche und neue Artikel für jede Strategie; Klicks eines Laufs, die von Startwert zu Startwert schwanken.</translation>
    </message>
    <message>
        <source>Who gets the places</source>
        <translation>Wer die Plätze erhält</translation>
    </message>
    <message>
        <source>Places of the lists of each day.</source>
        <translation>Plätze der Listen jedes Tages.</translation>
    </message>
    <message>
        <source>New items found out about</source>
        <translation>Neue Artikel ergründet</translation>
    </message>
    <message>
        <source>New items with at least %1 impressions.</source>
        <translation>Neue Artikel mit mindestens %1 Einblendungen.</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Entgangene Klicks (Regret)</translation>
    </message>
    <message>
        <source>Clicks that perfect lists would have had more, at every fourth visit, times four.</source>
        <translation>Klicks, die perfekte Listen mehr gehabt hätten, bei jedem vierten Besuch, mal vier.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal abspielen</translation>
    </message>
    <message>
        <source>%1 days played</source>
        <translation>%1 Tage gespielt</translation>
    </message>
    <message>
        <source>Stopped after day %1</source>
        <translation>Nach Tag %1 angehalten</translation>
    </message>
    <message>
        <source>Making the world</source>
        <translation>Die Welt entsteht</translation>
    </message>
    <message>
        <source>Training on the past: %1</source>
        <translation>Training auf der Vergangenheit: %1</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>Tag %1 von %2</translation>
    </message>
    <message>
        <source>%1 of greedy&apos;s clicks</source>
        <translation>%1 der Klicks von Greedy</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>greedy: %1</source>
        <translation>Greedy: %1</translation>
    </message>
    <message>
        <source>Simulated people with tastes of their own visit day after day, and new items keep coming. Each policy meets the same people. Greedy never tries anything new; the others give up a few clicks to find out what new items are worth.</source>
        <translation>Simulierte Menschen mit eigenem Geschmack kommen Tag für Tag, und laufend kommen neue Artikel dazu. Jede Strategie trifft dieselben Menschen. Greedy probiert nie etwas Neues aus; die anderen geben ein paar Klicks her, um zu erfahren, was neue Artikel wert sind.</translation>
    </message>
    <message>
        <source>since the first day</source>
        <translation>seit dem ersten Tag</translation>
    </message>
    <message>
        <source>Thompson sampling</source>
        <translation>Thompson-Sampling</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SimulatorStory</name>
    <message>
        <source>known from the start</source>
        <translation>von Anfang an bekannt</translation>
    </message>
    <message>
        <source>%1–%2 days old</source>
        <translation>%1–%2 Tage alt</translation>
    </message>
    <message>
        <source>Of %1 new items, it has found out about %2, greedy about %3.</source>
        <translation>Von %1 neuen Artikeln hat es %2 ergründet, Greedy %3.</translation>
    </message>
    <message>
        <source>Thompson sampling is %1 ahead of greedy</source>
        <translation>Thompson-Sampling liegt %1 vor Greedy</translation>
    </message>
    <message>
        <source>%1, and has been from the first day.</source>
        <translation>%1, und das seit dem ersten Tag.</translation>
    </message>
    <message>
        <source>%1: what it tried has paid since day %2.</source>
        <translation>%1: Was es ausprobiert hat, zahlt sich seit Tag %2 aus.</translation>
    </message>
    <message>
        <source>Thompson sampling and greedy are even.</source>
        <translation>Thompson-Sampling und Greedy liegen gleichauf.</translation>
    </message>
    <message>
        <source>Trying new items has cost %1 so far: Thompson sampling is still learning.</source>
        <translation>Neues auszuprobieren hat bisher %1 gekostet: Thompson-Sampling lernt noch.</translation>
    </message>
    <message>
        <source>up to %1 days old</source>
        <translation>bis %1 Tage alt</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SolutionPage</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>asked for; here versions are trained by hand</source>
        <translation>verlangt; hier werden Versionen von Hand trainiert</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Not trained yet</source>
        <translation>Noch nicht trainiert</translation>
    </message>
    <message>
        <source>Training learns from the group&apos;s interactions, measures the result on people it has not seen, and keeps it as a version. On a desktop this takes seconds to minutes.</source>
        <translation>Das Training lernt aus den Interaktionen der Gruppe, misst das Ergebnis an unbekannten Personen und behält es als Version. Auf einem Desktop dauert das Sekunden bis Minuten.</translation>
    </message>
    <message>
        <source>Settings of the recipe</source>
        <translation>Einstellungen des Rezepts</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>This solution is gone</source>
        <translation>Diese Lösung gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Solutions of this group</source>
        <translation>Lösungen dieser Gruppe</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Erneut trainieren</translation>
    </message>
    <message>
        <source>Train a version first</source>
        <translation>Zuerst eine Version trainieren</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Learns from</source>
        <translation>Lernt aus</translation>
    </message>
    <message>
        <source>events of every type</source>
        <translation>Ereignissen jeder Art</translation>
    </message>
    <message>
        <source>events of type %1</source>
        <translation>Ereignissen der Art %1</translation>
    </message>
    <message>
        <source>Least event value</source>
        <translation>Kleinster Ereigniswert</translation>
    </message>
    <message>
        <source>none: every event counts</source>
        <translation>keiner: jedes Ereignis zählt</translation>
    </message>
    <message>
        <source>Columns left out</source>
        <translation>Ausgelassene Spalten</translation>
    </message>
    <message>
        <source>Automatic training</source>
        <translation>Automatisches Training</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Solution %1 was deleted.</source>
        <translation>Lösung %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SolutionVersionPage</name>
    <message>
        <source>What the engine chose</source>
        <translation>Was die Engine wählte</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Erneut trainieren</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht&#xa0;…</translation>
    </message>
    <message>
        <source>Findings, charts and protocol as a web page or a PDF that needs nothing beside it</source>
        <translation>Befunde, Diagramme und Protokoll als eigenständige Webseite oder PDF</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>This version is gone</source>
        <translation>Diese Version gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>Solutions</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Solutions of this group</source>
        <translation>Lösungen dieser Gruppe</translation>
    </message>
    <message>
        <source>%1 events of %2 people with %3 items</source>
        <translation>%1 Ereignisse von %2 Personen mit %3 Artikeln</translation>
    </message>
    <message>
        <source>The training failed. %1</source>
        <translation>Das Training ist fehlgeschlagen. %1</translation>
    </message>
    <message>
        <source>Waiting for its turn: one training runs at a time.</source>
        <translation>Wartet: Es läuft immer nur ein Training.</translation>
    </message>
    <message>
        <source>Stopped before the first epoch was done. No model was kept.</source>
        <translation>Vor Ende der ersten Epoche angehalten. Es wurde kein Modell behalten.</translation>
    </message>
    <message>
        <source>Stopped on request after epoch %1. No model was kept.</source>
        <translation>Auf Wunsch nach Epoche %1 angehalten. Es wurde kein Modell behalten.</translation>
    </message>
    <message>
        <source>An update: %1 new items came in, and behaviour was not learnt anew. The metrics are those of the version it began with.</source>
        <translation>Eine Aktualisierung: %1 neue Artikel kamen hinzu, Verhalten wurde nicht neu gelernt. Die Metriken sind die der Ausgangsversion.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Items without events</source>
        <translation>Artikel ohne Ereignisse</translation>
    </message>
    <message>
        <source>ARN</source>
        <translation>ARN</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>for these %1 events</source>
        <translation>für diese %1 Ereignisse</translation>
    </message>
    <message>
        <source>Deployed in %1</source>
        <translation>Bereitgestellt in %1</translation>
    </message>
    <message>
        <source>Move %1 to this version</source>
        <translation>%1 auf diese Version umstellen</translation>
    </message>
    <message>
        <source>Move a campaign to this version…</source>
        <translation>Kampagne auf diese Version umstellen&#xa0;…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Deploy to a campaign</source>
        <translation>Als Kampagne bereitstellen</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::SolutionsPage</name>
    <message>
        <source>Solutions</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Create solution</source>
        <translation>Lösung erstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This dataset group is gone</source>
        <translation>Diese Datasetgruppe gibt es nicht mehr</translation>
    </message>
    <message>
        <source>All dataset groups</source>
        <translation>Alle Datasetgruppen</translation>
    </message>
    <message>
        <source>No solution yet</source>
        <translation>Noch keine Lösung</translation>
    </message>
    <message>
        <source>A solution is a recipe with your settings. Each training makes a version with its own metrics beside a popularity baseline; a campaign then serves one of them.</source>
        <translation>Eine Lösung ist ein Rezept mit eigenen Einstellungen. Jedes Training ergibt eine Version mit eigenen Metriken neben einer Beliebtheits-Baseline; eine Kampagne stellt dann eine davon bereit.</translation>
    </message>
    <message>
        <source>No interactions to learn from yet</source>
        <translation>Noch keine Interaktionen zum Lernen</translation>
    </message>
    <message>
        <source>A solution learns from who chose what, and when. Import interactions first: a CSV with user, item and time is enough.</source>
        <translation>Eine Lösung lernt daraus, wer was wann gewählt hat. Zuerst Interaktionen importieren: Eine CSV-Datei mit Nutzer, Artikel und Zeit genügt.</translation>
    </message>
    <message>
        <source>Go to datasets</source>
        <translation>Zu den Datasets</translation>
    </message>
    <message>
        <source>Import interactions first</source>
        <translation>Zuerst Interaktionen importieren</translation>
    </message>
    <message>
        <source>Solution %1 was deleted.</source>
        <translation>Lösung %1 wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::Sparkline</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::StreamModel</name>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>Sitzung %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Shown with it</source>
        <translation>Dazu gezeigt</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datiert</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::Taste</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1&#xa0;h</translation>
    </message>
    <message>
        <source>a day ago</source>
        <translation>vor einem Tag</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>new: shown to learn who likes it</source>
        <translation>neu: gezeigt, um zu lernen, wem es gefällt</translation>
    </message>
    <message>
        <source>new today: shown to learn who likes it</source>
        <translation>heute neu: gezeigt, um zu lernen, wem es gefällt</translation>
    </message>
    <message>
        <source>a day old: shown to learn who likes it</source>
        <translation>einen Tag alt: gezeigt, um zu lernen, wem es gefällt</translation>
    </message>
    <message>
        <source>%1 days old: shown to learn who likes it</source>
        <translation>%1 Tage alt: gezeigt, um zu lernen, wem es gefällt</translation>
    </message>
    <message>
        <source>popular: the same for everybody</source>
        <translation>beliebt: für alle gleich</translation>
    </message>
    <message>
        <source>seen before, %1</source>
        <translation>schon gesehen, %1</translation>
    </message>
    <message>
        <source>%1, like the last event</source>
        <translation>%1, wie das letzte Ereignis</translation>
    </message>
    <message>
        <source>%1, like %2 of the last %3 events</source>
        <translation>%1, wie %2 der letzten %3 Ereignisse</translation>
    </message>
    <message>
        <source>follows from the order of the events</source>
        <translation>folgt aus der Reihenfolge der Ereignisse</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::TestEventForm</name>
    <message>
        <source>Send event</source>
        <translation>Ereignis senden</translation>
    </message>
    <message>
        <source>Send a test event</source>
        <translation>Testereignis senden</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Nutzer</translation>
    </message>
    <message>
        <source>&amp;Item</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Event type</source>
        <translation>&amp;Ereignisart</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wann</translation>
    </message>
    <message>
        <source>Ages of items are counted from the newest event: one of today makes every item of an old catalogue old.</source>
        <translation>Das Alter der Artikel zählt ab dem neuesten Ereignis: Eines von heute macht jeden Artikel eines alten Katalogs alt.</translation>
    </message>
    <message>
        <source>What the user did last</source>
        <translation>Was der Nutzer zuletzt tat</translation>
    </message>
    <message>
        <source>Nothing is known of this user yet.</source>
        <translation>Über diesen Nutzer ist noch nichts bekannt.</translation>
    </message>
    <message>
        <source>Just after the newest event, %1</source>
        <translation>Kurz nach dem neuesten Ereignis, %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Name the user who did it.</source>
        <translation>Angeben, welcher Nutzer es war.</translation>
    </message>
    <message>
        <source>Name the item that was chosen.</source>
        <translation>Angeben, welcher Artikel gewählt wurde.</translation>
    </message>
    <message>
        <source>Say what was done, as in watch or click.</source>
        <translation>Angeben, was geschah, etwa watch oder click.</translation>
    </message>
    <message>
        <source>Stored: %1, %2, %3. The next list of %1 knows of it.</source>
        <translation>Gespeichert: %1, %2, %3. Die nächste Liste von %1 weiß davon.</translation>
    </message>
    <message>
        <source>What %1 did last</source>
        <translation>Was %1 zuletzt tat</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::TrainStep</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>A solution is a recipe with your settings. Training it learns from the order in which people choose, and measures what it has learnt on people it has not seen.</source>
        <translation>Eine Lösung ist ein Rezept mit eigenen Einstellungen. Das Training lernt aus der Reihenfolge, in der Personen wählen, und misst das Gelernte an unbekannten Personen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Erneut trainieren</translation>
    </message>
    <message>
        <source>Create solution</source>
        <translation>Lösung erstellen</translation>
    </message>
    <message>
        <source>Import interactions first</source>
        <translation>Zuerst Interaktionen importieren</translation>
    </message>
    <message>
        <source>The last training of %1 failed. %2</source>
        <translation>Das letzte Training von %1 ist fehlgeschlagen. %2</translation>
    </message>
    <message>
        <source>The last training of %1 was stopped.</source>
        <translation>Das letzte Training von %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 · version %2
trained %3 in %4</source>
        <translation>%1 · Version %2
trainiert %3 in %4</translation>
    </message>
    <message>
        <source>Nobody could be held out to measure.</source>
        <translation>Niemand ließ sich zum Messen zurückhalten.</translation>
    </message>
    <message>
        <source>%1, the popularity baseline itself</source>
        <translation>%1, die Beliebtheits-Baseline selbst</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>%1, popularity %2</source>
        <translation>%1, Beliebtheit %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1&#xa0;%2</translation>
    </message>
    <message>
        <source>epoch %1 kept</source>
        <translation>Epoche %1 behalten</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::TrainingCurves</name>
    <message>
        <source>the first epoch is under way</source>
        <translation>die erste Epoche läuft</translation>
    </message>
    <message>
        <source>after epoch %1</source>
        <translation>nach Epoche %1</translation>
    </message>
    <message>
        <source>ended at epoch %1</source>
        <translation>beendet bei Epoche %1</translation>
    </message>
    <message>
        <source>epoch %1 kept, the last</source>
        <translation>Epoche %1 behalten, die letzte</translation>
    </message>
    <message>
        <source>epoch %1 kept, ended at %2</source>
        <translation>Epoche %1 behalten, beendet bei %2</translation>
    </message>
    <message>
        <source>Quality on held-out people</source>
        <translation>Qualität an zurückgehaltenen Personen</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Training curve</source>
        <translation>Trainingskurve</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>mean cross-entropy, nats</source>
        <translation>mittlere Kreuzentropie, Nats</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>What the training minimises, on the people it learns from. It may go on falling when the curve at the left no longer rises: the best epoch of that one is kept.</source>
        <translation>Was das Training minimiert, an den Personen, von denen es lernt. Der Verlust kann weiter fallen, wenn die Kurve links nicht mehr steigt: Behalten wird deren beste Epoche.</translation>
    </message>
    <message>
        <source>NDCG at 10</source>
        <translation>NDCG bei 10</translation>
    </message>
    <message>
        <source>NDCG at 10, %1</source>
        <translation>NDCG bei 10, %1</translation>
    </message>
    <message>
        <source>Measured after each epoch on people held out from the training. The epoch with the highest value is kept, and the training ends when it has not risen for a while.</source>
        <translation>Nach jeder Epoche an Personen gemessen, die nicht im Training sind. Behalten wird die Epoche mit dem höchsten Wert; das Training endet, wenn er eine Weile nicht gestiegen ist.</translation>
    </message>
    <message>
        <source>Measured after each epoch on %1 people held out from the training; the metrics above are of others still.</source>
        <translation>Nach jeder Epoche an %1 Personen gemessen, die nicht im Training sind; die Metriken oben stammen von wieder anderen.</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::UserModel</name>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::UserPicker</name>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Find a user by id</source>
        <translation>Nutzer nach ID suchen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::UserStoryCard</name>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>History, the newest first</source>
        <translation>Verlauf, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Only this user&apos;s rows</source>
        <translation>Nur Zeilen dieses Nutzers</translation>
    </message>
    <message>
        <source>This user has no interactions yet.</source>
        <translation>Dieser Nutzer hat noch keine Interaktionen.</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Nutzer %1</translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>the newest %1 events</source>
        <translation>die neuesten %1 Ereignisse</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::VersionHistoryChart</name>
    <message>
        <source>Versions over time</source>
        <translation>Versionen im Zeitverlauf</translation>
    </message>
    <message>
        <source>NDCG at 10 with its 95 % interval</source>
        <translation>NDCG bei 10 mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Each version is measured on people held out from the data of its day, so a step between two versions may come from the data as well as from the model.</source>
        <translation>Jede Version wird an zurückgehaltenen Personen der Daten ihres Tages gemessen; ein Sprung zwischen zwei Versionen kann also von den Daten wie vom Modell kommen.</translation>
    </message>
    <message>
        <source>NDCG at 10</source>
        <translation>NDCG bei 10</translation>
    </message>
    <message>
        <source>Popularity, same split</source>
        <translation>Beliebtheit, gleiche Aufteilung</translation>
    </message>
</context>
<context>
    <name>foretaste::pages::WhyCard</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why “%1”</source>
        <translation>Warum „%1“</translation>
    </message>
    <message>
        <source>How well it is known</source>
        <translation>Wie gut er bekannt ist</translation>
    </message>
    <message>
        <source>No event trained it: its metadata alone speak for it.</source>
        <translation>Kein Ereignis hat ihn trainiert: Für ihn sprechen allein seine Metadaten.</translation>
    </message>
    <message>
        <source>Events that trained it: %1, place %2 by popularity.</source>
        <translation>Ereignisse, die ihn trainiert haben: %1, Platz %2 nach Beliebtheit.</translation>
    </message>
    <message>
        <source>Clicks since the training</source>
        <translation>Klicks seit dem Training</translation>
    </message>
    <message>
        <source>Percent: how much likelier it is with than without. The model ran again without each item of the newest history; metadata count against their column&apos;s average.</source>
        <translation>Prozent: um wie viel wahrscheinlicher er damit ist als ohne. Das Modell lief erneut ohne jeden Artikel des neuesten Verlaufs; Metadaten zählen gegen den Durchschnitt ihrer Spalte.</translation>
    </message>
    <message>
        <source>Percent: how much likelier it is than with an average value of the column.</source>
        <translation>Prozent: um wie viel wahrscheinlicher er ist als mit einem durchschnittlichen Wert der Spalte.</translation>
    </message>
    <message>
        <source>place %1 of %2</source>
        <translation>Platz %1 von %2</translation>
    </message>
    <message>
        <source>Exploration brought it here. By itself it has %1.</source>
        <translation>Exploration hat ihn hierher gebracht. Für sich hat er %1.</translation>
    </message>
    <message>
        <source>By the model alone it has %1.</source>
        <translation>Nach dem Modell allein hat er %1.</translation>
    </message>
    <message>
        <source>Because of the history</source>
        <translation>Wegen des Verlaufs</translation>
    </message>
    <message>
        <source>Because of the item asked for</source>
        <translation>Wegen des angefragten Artikels</translation>
    </message>
    <message>
        <source>place %1 without it</source>
        <translation>Platz %1 ohne ihn</translation>
    </message>
    <message>
        <source>both %1</source>
        <translation>beide %1</translation>
    </message>
    <message>
        <source>%1 alike</source>
        <translation>%1 ähnlich</translation>
    </message>
    <message>
        <source>No single item of it changes its chance by 1 % or more.</source>
        <translation>Kein einzelner Artikel darin ändert seine Chance um 1&#xa0;% oder mehr.</translation>
    </message>
    <message>
        <source>Because of what it is</source>
        <translation>Wegen dessen, was er ist</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::AboutDialog</name>
    <message>
        <source>About Foretaste</source>
        <translation>Über Foretaste</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>A foretaste of your recommendations, on your own desk. Foretaste trains, tests and serves recommenders on this machine; nothing you give it leaves it.</source>
        <translation>Ein Vorgeschmack auf Empfehlungen, am eigenen Schreibtisch. Foretaste trainiert, prüft und betreibt Empfehlungssysteme auf diesem Rechner; keine Daten verlassen ihn.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty. Built with Qt %1, Eigen and SQLite.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewähr. Erstellt mit Qt %1, Eigen und SQLite.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Angaben kopieren</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Über Qt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::CommandPalette</name>
    <message>
        <source>Search pages, resources, actions</source>
        <translation>Seiten, Ressourcen, Aktionen suchen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::GuideWindow</name>
    <message>
        <source>Search the guide</source>
        <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
        <source>No article has these words.</source>
        <translation>Kein Artikel der Anleitung enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::JobCenter</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Nothing runs. Imports and trainings appear here.</source>
        <translation>Nichts läuft. Importe und Trainings erscheinen hier.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::MainWindow</name>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsbereich: %1</translation>
    </message>
    <message>
        <source>About Foretaste</source>
        <translation>Über Foretaste</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Guide	F1</source>
        <translation>Anleitung	F1</translation>
    </message>
    <message>
        <source>Keyboard shortcuts	Shift+F1</source>
        <translation>Tastenkürzel	Umschalt+F1</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search pages, resources and actions</source>
        <translation>Seiten, Ressourcen und Aktionen suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>First page of the navigation; 2 to 9 for the next ones</source>
        <translation>Erste Seite der Navigation; 2 bis 9 für die nächsten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Refresh the page</source>
        <translation>Seite neu laden</translation>
    </message>
    <message>
        <source>Next pane: navigation, page, messages</source>
        <translation>Nächster Bereich: Navigation, Seite, Meldungen</translation>
    </message>
    <message>
        <source>Copy the selected rows of a table</source>
        <translation>Ausgewählte Zeilen einer Tabelle kopieren</translation>
    </message>
    <message>
        <source>Open the selected row</source>
        <translation>Ausgewählte Zeile öffnen</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>Diese Liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Guide, at the page that is open</source>
        <translation>Anleitung, passend zur offenen Seite</translation>
    </message>
</context>
<context>
    <name>foretaste::shell::TopBar</name>
    <message>
        <source>Search pages, resources, actions</source>
        <translation>Seiten, Ressourcen, Aktionen suchen</translation>
    </message>
    <message>
        <source>Opens the command palette, Ctrl+K</source>
        <translation>Öffnet die Befehlspalette, Strg+K</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>Vorwärts (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Jobs %1</source>
        <translation>Aufträge %1</translation>
    </message>
    <message>
        <source>Jobs, %1 running</source>
        <translation>Aufträge, %1 laufen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>Zur Bestätigung %1 eingeben</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>“%1” is deleted for good. This cannot be undone.</source>
        <translation>„%1“ wird endgültig gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Update pending</source>
        <translation>Aktualisierung ausstehend</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Wird aktualisiert</translation>
    </message>
    <message>
        <source>Update failed</source>
        <translation>Aktualisierung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Delete pending</source>
        <translation>Löschung ausstehend</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Delete failed</source>
        <translation>Löschen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::DataTable</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::DropZone</name>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Drop a file or folder here</source>
        <translation>Datei oder Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>Datei hierher ziehen</translation>
    </message>
    <message>
        <source>or choose one: %1</source>
        <translation>oder auswählen: %1</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is a folder; choose a file.</source>
        <translation>%1 ist ein Ordner; eine Datei wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: its permissions forbid it.</source>
        <translation>%1 ist nicht lesbar: Die Zugriffsrechte verbieten es.</translation>
    </message>
    <message>
        <source>%1 is not one of: %2.</source>
        <translation>%1 ist keine dieser Arten: %2.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Data (%1);;All files (*)</source>
        <translation>Daten (%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only files of this machine can be taken.</source>
        <translation>Nur Dateien dieses Rechners sind möglich.</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::FlashBar</name>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::FormField</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::KeyValuePanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::PageHeader</name>
    <message>
        <source>Breadcrumb</source>
        <translation>Brotkrumenpfad</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::ProgressLine</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 percent, %2</source>
        <translation>%1 Prozent, %2</translation>
    </message>
    <message>
        <source>about 1 s left</source>
        <translation>noch etwa 1&#xa0;s</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1&#xa0;s</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1&#xa0;min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1&#xa0;h</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::ProtocolLine</name>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::ShareBar</name>
    <message>
        <source>%1 percent</source>
        <translation>%1 Prozent</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::SideNavigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::StatusBadge</name>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
</context>
<context>
    <name>foretaste::widgets::WizardFrame</name>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>current step</source>
        <translation>aktueller Schritt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards</name>
    <message>
        <source>This must be given.</source>
        <translation>Diese Angabe ist nötig.</translation>
    </message>
    <message>
        <source>“%1” is taken already: choose another name, for example %2.</source>
        <translation>„%1“ ist schon vergeben: einen anderen Namen wählen, zum Beispiel %2.</translation>
    </message>
    <message>
        <source>%1 interactions</source>
        <translation>%1 Interaktionen</translation>
    </message>
    <message>
        <source>%1 and %2 items</source>
        <translation>%1 und %2 Artikel</translation>
    </message>
    <message>
        <source>%1. Import items as well, and new ones are tried too</source>
        <translation>%1. Mit importierten Artikeln werden auch neue ausprobiert</translation>
    </message>
    <message>
        <source>Not available yet</source>
        <translation>Noch nicht verfügbar</translation>
    </message>
    <message>
        <source>Needs interactions: this group has none yet</source>
        <translation>Braucht Interaktionen: Diese Gruppe hat noch keine</translation>
    </message>
    <message>
        <source>Needs 1,000 interactions: here are %1</source>
        <translation>Braucht 1.000 Interaktionen: Hier sind %1</translation>
    </message>
    <message>
        <source>%1 interactions: enough to try it, too few to judge it</source>
        <translation>%1 Interaktionen: genug zum Ausprobieren, zu wenig zum Beurteilen</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CampaignSettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They can be changed at any time, also while the campaign serves.</source>
        <translation>Sie lassen sich jederzeit ändern, auch im laufenden Betrieb der Kampagne.</translation>
    </message>
    <message>
        <source>Return what is known of an item with each recommendation</source>
        <translation>Zu jeder Empfehlung liefern, was über den Artikel bekannt ist</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>&amp;Exploration weight</source>
        <translation>&amp;Explorationsgewicht</translation>
    </message>
    <message>
        <source>New items have no history. How strongly are they tried, to find out who likes them?</source>
        <translation>Neue Artikel haben keinen Verlauf. Wie stark werden sie ausprobiert, um zu erfahren, wem sie gefallen?</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>An item is &amp;new for</source>
        <translation>Ein Artikel ist &amp;neu für</translation>
    </message>
    <message>
        <source>Older items are not tried any more. Age counts up to the newest interaction.</source>
        <translation>Ältere Artikel werden nicht mehr ausprobiert. Das Alter zählt bis zur neuesten Interaktion.</translation>
    </message>
    <message>
        <source>Item metadata</source>
        <translation>Artikelmetadaten</translation>
    </message>
    <message>
        <source>&amp;Minimum provisioned requests a second</source>
        <translation>&amp;Mindestens bereitgestellte Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>The service reserves and bills this. Here it is kept, and changes nothing.</source>
        <translation>Der Dienst reserviert und berechnet das. Hier wird es gespeichert und ändert nichts.</translation>
    </message>
    <message>
        <source>%1 does not explore: there is nothing to set for new items.</source>
        <translation>%1 exploriert nicht: Für neue Artikel gibt es nichts einzustellen.</translation>
    </message>
    <message>
        <source>As its title and genres, so that an application needs no second look-up.</source>
        <translation>Etwa Titel und Genres, damit eine Anwendung nicht noch einmal nachschlagen muss.</translation>
    </message>
    <message>
        <source>The group has no items dataset to take it from.</source>
        <translation>Der Gruppe fehlt dafür ein Dataset mit Artikeln.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CampaignVersionPage</name>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>A campaign serves one version: applications and the studio ask it for recommendations.</source>
        <translation>Eine Kampagne stellt eine Version bereit: Anwendungen und das Studio rufen bei ihr Empfehlungen ab.</translation>
    </message>
    <message>
        <source>The campaign goes on serving as it does until the new version is ready.</source>
        <translation>Die Kampagne antwortet unverändert weiter, bis die neue Version bereit ist.</translation>
    </message>
    <message>
        <source>Always serve the newest active version of this solution</source>
        <translation>Immer die neueste aktive Version dieser Lösung bereitstellen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Letters, digits, - and _, at most 63. It cannot be changed later.</source>
        <translation>Buchstaben, Ziffern, - und _, höchstens 63. Später nicht änderbar.</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>Active versions of the group, the newest first.</source>
        <translation>Aktive Versionen der Gruppe, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>A campaign needs an active version: train a solution first.</source>
        <translation>Eine Kampagne braucht eine aktive Version: zuerst eine Lösung trainieren.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CampaignWizard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, then always the newest</source>
        <translation>%1, danach immer die neueste</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>werden geliefert</translation>
    </message>
    <message>
        <source>not returned</source>
        <translation>werden nicht geliefert</translation>
    </message>
    <message>
        <source>Create campaign</source>
        <translation>Kampagne erstellen</translation>
    </message>
    <message>
        <source>Update campaign</source>
        <translation>Kampagne aktualisieren</translation>
    </message>
    <message>
        <source>Look over what is going to be created.</source>
        <translation>Prüfen, was erstellt wird.</translation>
    </message>
    <message>
        <source>Look over what is going to change.</source>
        <translation>Prüfen, was sich ändert.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Exploration weight</source>
        <translation>Explorationsgewicht</translation>
    </message>
    <message>
        <source>An item is new for</source>
        <translation>Ein Artikel ist neu für</translation>
    </message>
    <message>
        <source>Item metadata</source>
        <translation>Artikelmetadaten</translation>
    </message>
    <message>
        <source>Minimum requests a second</source>
        <translation>Mindestanfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
    <message>
        <source>Update of campaign %1</source>
        <translation>Aktualisierung der Kampagne %1</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ColumnChoice</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ColumnMapping</name>
    <message>
        <source>Column of the file for %1</source>
        <translation>Spalte der Datei für %1</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>nicht in der Datei</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ConditionRow</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>A number, or $NAME for one from the request</source>
        <translation>Eine Zahl, oder $NAME für eine aus der Anfrage</translation>
    </message>
    <message>
        <source>Values with commas between, or $NAME</source>
        <translation>Werte mit Kommas dazwischen, oder $NAME</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ConfigurationPage</name>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>You can leave this step as it is: the engine then chooses from the data, and reports what it chose.</source>
        <translation>Dieser Schritt kann unverändert bleiben: Die Engine wählt dann anhand der Daten und berichtet, was sie gewählt hat.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>This recipe has no hyperparameters.</source>
        <translation>Dieses Rezept hat keine Hyperparameter.</translation>
    </message>
    <message>
        <source>every type</source>
        <translation>jede Art</translation>
    </message>
    <message>
        <source>every value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>&amp;Event type</source>
        <translation>&amp;Ereignisart</translation>
    </message>
    <message>
        <source>Learn from events of this type only, such as purchase.</source>
        <translation>Nur aus Ereignissen dieser Art lernen, etwa purchase.</translation>
    </message>
    <message>
        <source>Event &amp;value threshold</source>
        <translation>Schwelle des Ereignis&amp;werts</translation>
    </message>
    <message>
        <source>Learn from this value on, such as 4 of 5 stars.</source>
        <translation>Ab diesem Wert lernen, etwa 4 von 5 Sternen.</translation>
    </message>
    <message>
        <source>Columns that train</source>
        <translation>Spalten fürs Training</translation>
    </message>
    <message>
        <source>Untick what should not decide who likes what.</source>
        <translation>Abwählen, was nicht darüber entscheiden soll, wem was gefällt.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CopyRequestButton</name>
    <message>
        <source>Copy request</source>
        <translation>Anfrage kopieren</translation>
    </message>
    <message>
        <source>Copies this request for a program of yours</source>
        <translation>Kopiert diese Anfrage für ein eigenes Programm</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Als %1</translation>
    </message>
    <message>
        <source>The parameters of the request were copied as JSON.</source>
        <translation>Die Parameter der Anfrage wurden als JSON kopiert.</translation>
    </message>
    <message>
        <source>Copied as %1. It needs the API endpoint to run.</source>
        <translation>Als %1 kopiert. Dafür muss der API-Endpunkt laufen.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CreateDatasetGroupWizard</name>
    <message>
        <source>Create dataset group</source>
        <translation>Datasetgruppe erstellen</translation>
    </message>
    <message>
        <source>Look over what is going to be created.</source>
        <translation>Prüfen, was erstellt wird.</translation>
    </message>
    <message>
        <source>Dataset group</source>
        <translation>Datasetgruppe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Dataset group %1</source>
        <translation>Datasetgruppe %1</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CreateFilterDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Follows what is chosen above. It may be written by hand, too.</source>
        <translation>Folgt der Auswahl oben. Er lässt sich auch von Hand schreiben.</translation>
    </message>
    <message>
        <source>Create filter</source>
        <translation>Filter erstellen</translation>
    </message>
    <message>
        <source>Try it for user</source>
        <translation>Für Nutzer ausprobieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>As in %1. Change what is to be different.</source>
        <translation>Wie in %1. Ändern, was anders sein soll.</translation>
    </message>
    <message>
        <source>Give a value to each placeholder to see what passes.</source>
        <translation>Jedem Platzhalter einen Wert geben, um zu sehen, was durchkommt.</translation>
    </message>
    <message>
        <source>%1 of %2 items pass for user %3.</source>
        <translation>%1 von %2 Artikeln kommen für Nutzer %3 durch.</translation>
    </message>
    <message>
        <source>%1 of %2 items pass.</source>
        <translation>%1 von %2 Artikeln kommen durch.</translation>
    </message>
    <message>
        <source>The expression is in order. The group has no items to try it on.</source>
        <translation>Der Ausdruck ist in Ordnung. Die Gruppe hat keine Artikel, an denen er sich ausprobieren ließe.</translation>
    </message>
    <message>
        <source>Among them: %1.</source>
        <translation>Darunter: %1.</translation>
    </message>
    <message>
        <source>with $%1</source>
        <translation>mit $%1</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CreateSolutionVersionDialog</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Create solution version</source>
        <translation>Lösungsversion erstellen</translation>
    </message>
    <message>
        <source>New version of %1</source>
        <translation>Neue Version von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Full training</source>
        <translation>Vollständiges Training</translation>
    </message>
    <message>
        <source>Learns anew from all the interactions there are now.</source>
        <translation>Lernt neu aus allen jetzt vorhandenen Interaktionen.</translation>
    </message>
    <message>
        <source>The last one took %1</source>
        <translation>Das letzte dauerte %1</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Keeps what was learnt and brings in new items, with what people did with them since. Takes seconds; the metrics stay those of the version it goes on from.</source>
        <translation>Behält das Gelernte und nimmt neue Artikel auf, samt dem, was Personen seither mit ihnen taten. Dauert Sekunden; die Metriken bleiben die der Ausgangsversion.</translation>
    </message>
    <message>
        <source>%1 has no update</source>
        <translation>%1 kennt keine Aktualisierung</translation>
    </message>
    <message>
        <source>Needs a version that is trained in full and active</source>
        <translation>Braucht eine vollständig trainierte, aktive Version</translation>
    </message>
    <message>
        <source>Goes on from version %1, trained %2</source>
        <translation>Setzt auf Version %1 auf, trainiert %2</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CreateSolutionWizard</name>
    <message>
        <source>Create solution</source>
        <translation>Lösung erstellen</translation>
    </message>
    <message>
        <source>Train the first version at once</source>
        <translation>Die erste Version sofort trainieren</translation>
    </message>
    <message>
        <source>Look it over: name, recipe and configuration cannot be changed later.</source>
        <translation>Prüfen: Name, Rezept und Konfiguration sind später nicht änderbar.</translation>
    </message>
    <message>
        <source>The group has no interactions yet. Import them, then train from the solution&apos;s page.</source>
        <translation>Die Gruppe hat noch keine Interaktionen. Erst importieren, dann auf der Seite der Lösung trainieren.</translation>
    </message>
    <message>
        <source>Create and train</source>
        <translation>Erstellen und trainieren</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Event type</source>
        <translation>Ereignisart</translation>
    </message>
    <message>
        <source>every type</source>
        <translation>jede Art</translation>
    </message>
    <message>
        <source>Event value threshold</source>
        <translation>Schwelle des Ereigniswerts</translation>
    </message>
    <message>
        <source>every value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>Columns left out</source>
        <translation>Ausgelassene Spalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Hyperparameters</source>
        <translation>Hyperparameter</translation>
    </message>
    <message>
        <source>chosen from the data</source>
        <translation>anhand der Daten gewählt</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Solution %1</source>
        <translation>Lösung %1</translation>
    </message>
    <message>
        <source>Training of its first version</source>
        <translation>Training ihrer ersten Version</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CreationRun</name>
    <message>
        <source>What is being created</source>
        <translation>Was erstellt wird</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::CsvPreview</name>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>Datei wird angesehen&#xa0;…</translation>
    </message>
    <message>
        <source>%1 · the first %2</source>
        <translation>%1 · die ersten %2</translation>
    </message>
    <message>
        <source>1 column</source>
        <translation>1 Spalte</translation>
    </message>
    <message>
        <source>%1 columns</source>
        <translation>%1 Spalten</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Not in the schema, so not imported: %1.</source>
        <translation>Nicht im Schema, also nicht importiert: %1.</translation>
    </message>
    <message>
        <source>These rows fit the schema.</source>
        <translation>Diese Zeilen passen zum Schema.</translation>
    </message>
    <message>
        <source>None of the first rows fits the schema. %1</source>
        <translation>Keine der ersten Zeilen passt zum Schema. %1</translation>
    </message>
    <message>
        <source>Rows that do not fit the schema are left out, and listed in the import&apos;s report.</source>
        <translation>Zeilen, die nicht zum Schema passen, werden ausgelassen und im Bericht des Imports aufgeführt.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::DatasetCreation</name>
    <message>
        <source>Schema %1</source>
        <translation>Schema %1</translation>
    </message>
    <message>
        <source>Dataset %1</source>
        <translation>Dataset %1</translation>
    </message>
    <message>
        <source>Import job %1</source>
        <translation>Importauftrag %1</translation>
    </message>
    <message>
        <source>%1 dataset</source>
        <translation>Dataset %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>none now</source>
        <translation>jetzt keiner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Import job</source>
        <translation>Importauftrag</translation>
    </message>
    <message>
        <source>Rows that are there</source>
        <translation>Vorhandene Zeilen</translation>
    </message>
    <message>
        <source>Changed on the way in</source>
        <translation>Beim Import geändert</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::Disclosure</name>
    <message>
        <source>open</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ExportDatasetDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>A folder, a .csv file to be written, or s3://bucket/key of the workspace.</source>
        <translation>Ein Ordner, eine .csv-Datei, die geschrieben wird, oder s3://bucket/key des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>&amp;Export job name</source>
        <translation>Name des &amp;Exportauftrags</translation>
    </message>
    <message>
        <source>The file is called like the job.</source>
        <translation>Die Datei heißt wie der Auftrag.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Folder of the export</source>
        <translation>Ordner des Exports</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>Of users and items the newest record of each.</source>
        <translation>Von Nutzern und Artikeln jeweils der neueste Datensatz.</translation>
    </message>
    <message>
        <source>Imported rows</source>
        <translation>Importierte Zeilen</translation>
    </message>
    <message>
        <source>What came in by files.</source>
        <translation>Was durch Dateien hereinkam.</translation>
    </message>
    <message>
        <source>Rows put one by one</source>
        <translation>Einzeln gesendete Zeilen</translation>
    </message>
    <message>
        <source>What came in by events and records.</source>
        <translation>Was durch Ereignisse und Datensätze hereinkam.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::FilterBuilder</name>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::FixList</name>
    <message>
        <source>Read it so</source>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Divide by 1,000</source>
        <translation>Durch 1.000 teilen</translation>
    </message>
    <message>
        <source>Convert the dates</source>
        <translation>Daten umrechnen</translation>
    </message>
    <message>
        <source>Fill with %1</source>
        <translation>Mit %1 füllen</translation>
    </message>
    <message>
        <source>Turn into events</source>
        <translation>In Ereignisse verwandeln</translation>
    </message>
    <message>
        <source>%1 is read from the column %2</source>
        <translation>%1 wird aus der Spalte %2 gelesen</translation>
    </message>
    <message>
        <source>%1: milliseconds become seconds</source>
        <translation>%1: Millisekunden werden Sekunden</translation>
    </message>
    <message>
        <source>%1: dates become Unix time, in UTC where they name no zone</source>
        <translation>%1: Datumsangaben werden Unix-Zeit, in UTC, wo sie keine Zone nennen</translation>
    </message>
    <message>
        <source>“%1” from %2 on</source>
        <translation>„%1“ ab %2</translation>
    </message>
    <message>
        <source>%1 is made of %2: %3; rows below are left out</source>
        <translation>%1 entsteht aus %2: %3; Zeilen darunter bleiben weg</translation>
    </message>
    <message>
        <source>%1: empty cells become %2</source>
        <translation>%1: leere Zellen werden %2</translation>
    </message>
    <message>
        <source>%1: rows without a value are left out</source>
        <translation>%1: Zeilen ohne Wert bleiben weg</translation>
    </message>
    <message>
        <source>Drop these rows</source>
        <translation>Diese Zeilen weglassen</translation>
    </message>
    <message>
        <source>“%1” from</source>
        <translation>„%1“ ab</translation>
    </message>
    <message>
        <source>Lowest rating that is “%1”</source>
        <translation>Niedrigste Bewertung, die „%1“ ist</translation>
    </message>
    <message>
        <source>and nothing below</source>
        <translation>und nichts darunter</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Read %1 as it stands in the file</source>
        <translation>%1 lesen, wie es in der Datei steht</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::GroupDetailsPage</name>
    <message>
        <source>Dataset group</source>
        <translation>Datasetgruppe</translation>
    </message>
    <message>
        <source>A dataset group holds the data, the solutions and the campaigns of one application.</source>
        <translation>Eine Datasetgruppe enthält die Daten, Lösungen und Kampagnen einer Anwendung.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Letters, digits, - and _, at most 63, as in film-club. It cannot be changed later.</source>
        <translation>Buchstaben, Ziffern, - und _, höchstens 63, etwa film-club. Später nicht änderbar.</translation>
    </message>
    <message>
        <source>Its ready-made recommenders are not available yet; solutions are.</source>
        <translation>Ihre fertigen Recommender gibt es noch nicht; Lösungen schon.</translation>
    </message>
    <message>
        <source>You decide which columns your data have. Fits every kind of item.</source>
        <translation>Die Spalten der Daten sind frei wählbar. Passt zu jeder Art von Artikel.</translation>
    </message>
    <message>
        <source>For shops: events are views and purchases, items have a price and a category.</source>
        <translation>Für Shops: Ereignisse sind Ansichten und Käufe, Artikel haben Preis und Kategorie.</translation>
    </message>
    <message>
        <source>For films and series: events are clicks and watches, items have genres.</source>
        <translation>Für Filme und Serien: Ereignisse sind Klicks und Wiedergaben, Artikel haben Genres.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Decides which columns the data must have. It cannot be changed later.</source>
        <translation>Bestimmt, welche Spalten die Daten haben müssen. Später nicht änderbar.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ImportDatasetWizard</name>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Look over what is going to be imported.</source>
        <translation>Prüfen, was importiert wird.</translation>
    </message>
    <message>
        <source>Look over what is going to be created.</source>
        <translation>Prüfen, was erstellt wird.</translation>
    </message>
    <message>
        <source>Create %1 dataset</source>
        <translation>Dataset %1 erstellen</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ImportPage</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>A CSV file, or a folder of them, with the names of the columns in its first line. Nothing is imported before the last step.</source>
        <translation>Eine CSV-Datei oder ein Ordner davon, mit den Spaltennamen in der ersten Zeile. Vor dem letzten Schritt wird nichts importiert.</translation>
    </message>
    <message>
        <source>A CSV file, or a folder of them, with the names of the columns in its first line. Leave it empty to import later.</source>
        <translation>Eine CSV-Datei oder ein Ordner davon, mit den Spaltennamen in der ersten Zeile. Leer lassen, um später zu importieren.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>The dataset has the columns %1.</source>
        <translation>Das Dataset hat die Spalten %1.</translation>
    </message>
    <message>
        <source>Show columns</source>
        <translation>Spalten anzeigen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The rows of earlier imports go; records put one by one stay.</source>
        <translation>Die Zeilen früherer Importe fallen weg; einzeln gesendete Datensätze bleiben.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>The rows come on top of what is there; a record with an id that is known takes its place.</source>
        <translation>Die Zeilen kommen hinzu; ein Datensatz mit bekannter ID ersetzt den alten.</translation>
    </message>
    <message>
        <source>What happens to the rows that are there</source>
        <translation>Was mit den vorhandenen Zeilen geschieht</translation>
    </message>
    <message>
        <source>&amp;Import job name</source>
        <translation>&amp;Name des Importauftrags</translation>
    </message>
    <message>
        <source>Under this name the import is listed with its report.</source>
        <translation>Unter diesem Namen steht der Import mit seinem Bericht in der Liste.</translation>
    </message>
    <message>
        <source>The columns are those of %1, which lies beside the file.</source>
        <translation>Die Spalten sind die von %1 neben der Datei.</translation>
    </message>
    <message>
        <source>The columns were worked out from the first rows of the file.</source>
        <translation>Die Spalten wurden aus den ersten Zeilen der Datei ermittelt.</translation>
    </message>
    <message>
        <source>%1 lies beside the file.</source>
        <translation>%1 liegt neben der Datei.</translation>
    </message>
    <message>
        <source>The schema and the file name different columns.</source>
        <translation>Schema und Datei nennen verschiedene Spalten.</translation>
    </message>
    <message>
        <source>Use this schema</source>
        <translation>Dieses Schema verwenden</translation>
    </message>
    <message>
        <source>Make a schema from the file</source>
        <translation>Schema aus der Datei erstellen</translation>
    </message>
    <message>
        <source>The schema needs a look: %1</source>
        <translation>Das Schema prüfen: %1</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::LocationInput</name>
    <message>
        <source>Path of the file</source>
        <translation>Pfad der Datei</translation>
    </message>
    <message>
        <source>or type a path, a folder, or s3://bucket/key</source>
        <translation>oder Pfad, Ordner oder s3://bucket/key eingeben</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ParameterInputs</name>
    <message>
        <source>The service&apos;s default is %1.</source>
        <translation>Vorgabe des Dienstes: %1.</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>chosen from the data</source>
        <translation>anhand der Daten gewählt</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::RecipePage</name>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>A solution says how to learn from the data of the group. Each training makes a version of it.</source>
        <translation>Eine Lösung legt fest, wie aus den Daten der Gruppe gelernt wird. Jedes Training ergibt eine Version davon.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Letters, digits, - and _, at most 63. It cannot be changed later.</source>
        <translation>Buchstaben, Ziffern, - und _, höchstens 63. Später nicht änderbar.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>What is learnt and what can be asked for afterwards.</source>
        <translation>Was gelernt wird und was sich danach abrufen lässt.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ReplaceSchemaDialog</name>
    <message>
        <source>Replace schema</source>
        <translation>Schema ersetzen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>The rows stay. Columns that allow null can be added, and what a column is used for can change; none can be taken away or get another type.</source>
        <translation>Die Zeilen bleiben. Spalten, die null erlauben, können dazukommen, und wozu eine Spalte dient, kann sich ändern; keine kann wegfallen oder einen anderen Typ bekommen.</translation>
    </message>
    <message>
        <source>&amp;Name of the new schema</source>
        <translation>&amp;Name des neuen Schemas</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::ResourceWizard</name>
    <message>
        <source>Start over</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Empties the wizard</source>
        <translation>Leert den Assistenten</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt&#xa0;…</translation>
    </message>
    <message>
        <source>What you entered last time is still here.</source>
        <translation>Die Eingaben vom letzten Mal sind noch da.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::RuleCard</name>
    <message>
        <source>And…</source>
        <translation>Und …</translation>
    </message>
    <message>
        <source>Only if the user…</source>
        <translation>Nur wenn der Nutzer …</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>Was die Regel bewirkt</translation>
    </message>
    <message>
        <source>Show only items</source>
        <translation>Nur Artikel zeigen</translation>
    </message>
    <message>
        <source>Never show items</source>
        <translation>Artikel nie zeigen</translation>
    </message>
    <message>
        <source>where</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>only if</source>
        <translation>nur wenn</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::SchemaEditor</name>
    <message>
        <source>Schema as a table</source>
        <translation>Schema als Tabelle</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
    <message>
        <source>The table shows the last schema that could be read.</source>
        <translation>Die Tabelle zeigt das letzte lesbare Schema.</translation>
    </message>
    <message>
        <source>Schema as JSON</source>
        <translation>Schema als JSON</translation>
    </message>
    <message>
        <source>Columns of the data</source>
        <translation>Spalten der Daten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>The schema&apos;s name is %1: this dataset needs one named %2.</source>
        <translation>Das Schema heißt %1: Dieses Dataset braucht eines namens %2.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::SchemaPage</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>A schema says which columns the data have and what they mean. It cannot be changed once the dataset is created.</source>
        <translation>Ein Schema legt fest, welche Spalten die Daten haben und was sie bedeuten. Nach dem Erstellen des Datasets ist es nicht mehr änderbar.</translation>
    </message>
    <message>
        <source>&amp;Dataset name</source>
        <translation>Name des &amp;Datasets</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>&amp;Schema</translation>
    </message>
    <message>
        <source>Sc&amp;hema name</source>
        <translation>Name des Sc&amp;hemas</translation>
    </message>
    <message>
        <source>Infer from CSV…</source>
        <translation>Aus CSV ableiten&#xa0;…</translation>
    </message>
    <message>
        <source>Columns of the data</source>
        <translation>Spalten der Daten</translation>
    </message>
    <message>
        <source>Create a new schema</source>
        <translation>Neues Schema erstellen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>The schema is created already.</source>
        <translation>Das Schema ist schon erstellt.</translation>
    </message>
    <message>
        <source>Choose a CSV of the data</source>
        <translation>CSV-Datei der Daten wählen</translation>
    </message>
    <message>
        <source>Data (*.csv *.csv.gz *.gz);;All files (*)</source>
        <translation>Daten (*.csv *.csv.gz *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Guessed from the first rows of the file: look it over.</source>
        <translation>Aus den ersten Zeilen der Datei geraten: prüfen.</translation>
    </message>
    <message>
        <source>Taken from %1, which lies beside the file.</source>
        <translation>Übernommen aus %1 neben der Datei.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::SchemaTableModel</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>whole number (long)</source>
        <translation>ganze Zahl (long)</translation>
    </message>
    <message>
        <source>whole number (int)</source>
        <translation>ganze Zahl (int)</translation>
    </message>
    <message>
        <source>number (float)</source>
        <translation>Zahl (float)</translation>
    </message>
    <message>
        <source>number (double)</source>
        <translation>Zahl (double)</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>shown and filtered only</source>
        <translation>nur Anzeige und Filter</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>which item</source>
        <translation>welcher Artikel</translation>
    </message>
    <message>
        <source>when, in seconds since 1970</source>
        <translation>wann, in Sekunden seit 1970</translation>
    </message>
    <message>
        <source>what happened: watch, click, buy</source>
        <translation>was geschah: watch, click, buy</translation>
    </message>
    <message>
        <source>how much: a rating, a share</source>
        <translation>wie viel: Bewertung, Anteil</translation>
    </message>
    <message>
        <source>what was shown, joined by |</source>
        <translation>was gezeigt wurde, verbunden mit |</translation>
    </message>
    <message>
        <source>when the item came out</source>
        <translation>wann der Artikel erschien</translation>
    </message>
    <message>
        <source>which list it came from</source>
        <translation>aus welcher Liste es kam</translation>
    </message>
    <message>
        <source>%1 is required: its name and type are fixed.</source>
        <translation>%1 ist vorgeschrieben: Name und Typ liegen fest.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>stored only</source>
        <translation>nur gespeichert</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Empty cells</source>
        <translation>Leere Zellen</translation>
    </message>
    <message>
        <source>Used as</source>
        <translation>Verwendet als</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::SurvivorGauges</name>
    <message>
        <source>%1; the service trains from %2 on</source>
        <translation>%1; der Dienst trainiert ab %2</translation>
    </message>
    <message>
        <source>%1 of %2 rows come in</source>
        <translation>%1 von %2 Zeilen kommen herein</translation>
    </message>
    <message>
        <source>%1 of the first %2 rows come in</source>
        <translation>%1 der ersten %2 Zeilen kommen herein</translation>
    </message>
    <message>
        <source>%1 of %2 users have two rows or more</source>
        <translation>%1 von %2 Nutzern haben zwei Zeilen oder mehr</translation>
    </message>
    <message>
        <source>%1 do not fit and go to the reject file</source>
        <translation>%1 passen nicht und gehen in die Datei der abgelehnten</translation>
    </message>
    <message>
        <source>%1 are left out on purpose</source>
        <translation>%1 bleiben absichtlich weg</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::VersionPicker</name>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Serves in</source>
        <translation>Im Einsatz in</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Solution versions</source>
        <translation>Lösungsversionen</translation>
    </message>
    <message>
        <source>No version is active yet. Train a solution first.</source>
        <translation>Noch keine Version ist aktiv. Zuerst eine Lösung trainieren.</translation>
    </message>
</context>
<context>
    <name>foretaste::wizards::WeightInput</name>
    <message>
        <source>Exploration weight as a slider</source>
        <translation>Explorationsgewicht als Schieberegler</translation>
    </message>
    <message>
        <source>Exploration weight</source>
        <translation>Explorationsgewicht</translation>
    </message>
    <message>
        <source>Never: a new item is shown only where its description alone earns the place.</source>
        <translation>Nie: Ein neuer Artikel erscheint nur, wo allein seine Beschreibung den Platz verdient.</translation>
    </message>
    <message>
        <source>A little: a new item is tried now and then.</source>
        <translation>Wenig: Ein neuer Artikel wird ab und zu ausprobiert.</translation>
    </message>
    <message>
        <source>Balanced: new items get a share of the places, so that it shows soon who likes them.</source>
        <translation>Ausgewogen: Neue Artikel erhalten einen Teil der Plätze, sodass sich bald zeigt, wem sie gefallen.</translation>
    </message>
    <message>
        <source>Much: new items are tried widely, at the price of places for what is known to be liked.</source>
        <translation>Viel: Neue Artikel werden breit ausprobiert, auf Kosten der Plätze für bekannt Beliebtes.</translation>
    </message>
</context>
<context>
    <name>widgets</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
</TS>
