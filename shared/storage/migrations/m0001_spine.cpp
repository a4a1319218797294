// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include "storage/dialect.h"

namespace gatehouse::storage
{

namespace
{
QStringList peopleTables()
{
    return {
        QStringLiteral("CREATE TABLE staff ("
                       " id TEXT NOT NULL PRIMARY KEY,"
                       " number TEXT NOT NULL UNIQUE,"
                       " name TEXT NOT NULL,"
                       " grade TEXT NOT NULL,"
                       " roles TEXT NOT NULL,"
                       " state TEXT NOT NULL,"
                       " agreement_date TEXT,"
                       " language TEXT NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE credential ("
                       " staff TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,"
                       " box_public_key {bytes} NOT NULL,"
                       " sign_public_key {bytes} NOT NULL,"
                       " wrapped_keys {bytes} NOT NULL,"
                       " password_changed {integer}) {options}"),
        QStringLiteral("CREATE TABLE activation ("
                       " staff TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,"
                       " hash {bytes} NOT NULL,"
                       " expires {integer}) {options}"),
        QStringLiteral("CREATE TABLE sign_in ("
                       " staff TEXT NOT NULL PRIMARY KEY REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,"
                       " failures {integer} NOT NULL,"
                       " locked_until {integer},"
                       " session TEXT,"
                       " station TEXT,"
                       " since {integer}) {options}"),
    };
}

QStringList siteTables()
{
    return {
        QStringLiteral(
            "CREATE TABLE zone (id TEXT NOT NULL PRIMARY KEY, pos {integer} NOT NULL, body TEXT NOT NULL) {options}"),
        QStringLiteral(
            "CREATE TABLE purpose (id TEXT NOT NULL PRIMARY KEY, pos {integer} NOT NULL, body TEXT NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE setting (name TEXT NOT NULL PRIMARY KEY, content {bytes} NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE counter (name TEXT NOT NULL PRIMARY KEY, reached {integer} NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE station ("
                       " id TEXT NOT NULL PRIMARY KEY,"
                       " name TEXT NOT NULL,"
                       " kind TEXT NOT NULL,"
                       " sign_public_key {bytes} NOT NULL,"
                       " revoked {integer} NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE station_boot ("
                       " station TEXT NOT NULL PRIMARY KEY,"
                       " boot_public_key {bytes} NOT NULL,"
                       " signature {bytes} NOT NULL,"
                       " since {integer}) {options}"),
        QStringLiteral("CREATE TABLE station_seen (station TEXT NOT NULL PRIMARY KEY, seen_at {integer}) {options}"),
    };
}

QStringList visitTables()
{
    return {
        QStringLiteral("CREATE TABLE visit ("
                       " id TEXT NOT NULL PRIMARY KEY,"
                       " party TEXT NOT NULL,"
                       " number {integer} NOT NULL UNIQUE,"
                       " state TEXT NOT NULL,"
                       " purpose TEXT NOT NULL,"
                       " host TEXT,"
                       " invitation TEXT,"
                       " window_from {integer},"
                       " window_until {integer},"
                       " station TEXT NOT NULL,"
                       " at_desk {integer} NOT NULL,"
                       " language TEXT NOT NULL,"
                       " document_kind TEXT NOT NULL,"
                       " requested_at {integer} NOT NULL,"
                       " decided_at {integer},"
                       " decided_by TEXT,"
                       " entered_at {integer},"
                       " left_at {integer},"
                       " original_seen_at {integer},"
                       " pickup {integer} NOT NULL,"
                       " question TEXT NOT NULL) {options}"),
        QStringLiteral("CREATE INDEX visit_by_time ON visit (requested_at)"),
        QStringLiteral("CREATE INDEX visit_by_state ON visit (state, requested_at)"),
        QStringLiteral("CREATE INDEX visit_by_host ON visit (host, requested_at)"),
        QStringLiteral("CREATE INDEX visit_by_party ON visit (party)"),
        QStringLiteral("CREATE INDEX visit_by_pickup ON visit (pickup) WHERE pickup > 0"),
        QStringLiteral("CREATE TABLE visit_zone ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " pos {integer} NOT NULL,"
                       " zone TEXT NOT NULL,"
                       " PRIMARY KEY (visit, pos)) {options}"),
        QStringLiteral("CREATE INDEX visit_zone_by_zone ON visit_zone (zone, visit)"),
        QStringLiteral("CREATE TABLE visit_consent ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " pos {integer} NOT NULL,"
                       " notice TEXT NOT NULL,"
                       " version {integer} NOT NULL,"
                       " language TEXT NOT NULL,"
                       " method TEXT NOT NULL,"
                       " given_at {integer} NOT NULL,"
                       " PRIMARY KEY (visit, pos),"
                       " UNIQUE (visit, notice, version, language, method, given_at)) {options}"),
        QStringLiteral("CREATE TABLE visit_item ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " pos {integer} NOT NULL,"
                       " kind TEXT NOT NULL,"
                       " amount {integer} NOT NULL,"
                       " state TEXT NOT NULL,"
                       " tag TEXT NOT NULL,"
                       " PRIMARY KEY (visit, pos)) {options}"),
        QStringLiteral("CREATE TABLE badge ("
                       " serial {integer} NOT NULL PRIMARY KEY,"
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " station TEXT NOT NULL,"
                       " token TEXT NOT NULL,"
                       " valid_from {integer},"
                       " valid_until {integer},"
                       " state TEXT NOT NULL,"
                       " issued_at {integer},"
                       " ended_at {integer}) {options}"),
        QStringLiteral("CREATE INDEX badge_by_visit ON badge (visit)"),
        QStringLiteral("CREATE TABLE invitation ("
                       " id TEXT NOT NULL PRIMARY KEY,"
                       " created_by TEXT NOT NULL,"
                       " host TEXT NOT NULL,"
                       " purpose TEXT NOT NULL,"
                       " zones TEXT NOT NULL,"
                       " window_from {integer},"
                       " window_until {integer},"
                       " created_at {integer},"
                       " revoked {integer} NOT NULL) {options}"),
    };
}

QStringList sealedTables()
{
    return {
        QStringLiteral("CREATE TABLE sealed_blob ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " field TEXT NOT NULL,"
                       " content {bytes} NOT NULL,"
                       " PRIMARY KEY (visit, field)) {options}"),
        QStringLiteral("CREATE TABLE wrapped_key ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " recipient TEXT NOT NULL,"
                       " content {bytes} NOT NULL,"
                       " PRIMARY KEY (visit, recipient)) {options}"),
        QStringLiteral("CREATE TABLE sealed_card ("
                       " seq {counted},"
                       " visit TEXT NOT NULL UNIQUE REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " key_id TEXT NOT NULL,"
                       " fast {integer} NOT NULL,"
                       " content {bytes} NOT NULL) {options}"),
        QStringLiteral("CREATE TABLE sealing_key ("
                       " id TEXT NOT NULL PRIMARY KEY, public_key {bytes} NOT NULL, valid_from {integer}) {options}"),
        QStringLiteral("CREATE TABLE key_grant ("
                       " staff TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,"
                       " key_id TEXT NOT NULL REFERENCES sealing_key (id) DEFERRABLE INITIALLY DEFERRED,"
                       " content {bytes} NOT NULL,"
                       " PRIMARY KEY (staff, key_id)) {options}"),
        QStringLiteral("CREATE TABLE kiosk_mail ("
                       " visit TEXT NOT NULL REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,"
                       " kind TEXT NOT NULL,"
                       " station TEXT NOT NULL,"
                       " boot_key {bytes} NOT NULL,"
                       " content {bytes} NOT NULL,"
                       " PRIMARY KEY (visit, kind)) {options}"),
    };
}

QStringList ledgerTables(const Dialect &dialect)
{
    QStringList tables{
        QStringLiteral("CREATE TABLE ledger ("
                       " sequence {integer} NOT NULL PRIMARY KEY,"
                       " occurred {integer} NOT NULL,"
                       " recorded {integer} NOT NULL,"
                       " station TEXT NOT NULL,"
                       " station_counter {integer} NOT NULL,"
                       " actor TEXT NOT NULL,"
                       " action TEXT NOT NULL,"
                       " subject TEXT NOT NULL,"
                       " details TEXT NOT NULL,"
                       " previous {bytes} NOT NULL,"
                       " body {bytes} NOT NULL,"
                       " hash {bytes} NOT NULL,"
                       " signer {bytes} NOT NULL,"
                       " signature {bytes} NOT NULL,"
                       " UNIQUE (station, station_counter)) {options}"),
        QStringLiteral("CREATE INDEX ledger_by_subject ON ledger (subject, sequence)"),
        // The one row on which writers of every engine queue.
        QStringLiteral("CREATE TABLE ledger_head ("
                       " id {integer} NOT NULL PRIMARY KEY CHECK (id = 1),"
                       " sequence {integer} NOT NULL,"
                       " hash {bytes} NOT NULL) {options}"),
    };
    tables << dialect.appendOnly(QStringLiteral("ledger")) << dialect.startLedger();
    return tables;
}
} // namespace

QStringList spineMigration(const Dialect &dialect)
{
    return peopleTables() + siteTables() + visitTables() + sealedTables() + ledgerTables(dialect);
}

} // namespace gatehouse::storage
