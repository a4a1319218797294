// SPDX-License-Identifier: GPL-3.0-or-later
#include "sightings.h"

#include "emptyresult.h"

#include <algorithm>

namespace gatehouse::scanning
{

namespace
{
constexpr qsizetype mostSightings = 4; // frames of a camera are large

bool saysTheSame(const ScanResult &a, const ScanResult &b)
{
    const auto same = [](const Field &x, const Field &y) { return x.name == y.name && x.value == y.value; };
    return a.valid == b.valid && std::equal(a.fields.cbegin(), a.fields.cend(), b.fields.cbegin(), b.fields.cend(), same);
}

// A document's number tells it from all others of its kind; one frame may have misread something else. Without a number only
// the same content is the same document.
bool isOfOneDocument(const ScanResult &a, const ScanResult &b)
{
    const QString number = a.value(u"documentNumber");
    if (a.kind != b.kind || number != b.value(u"documentNumber"))
        return false;
    return !number.isEmpty() || (a.fields.isEmpty() ? a.raw == b.raw : saysTheSame(a, b));
}
} // namespace

void Sightings::note(const FrameResult &found, const QImage &picture)
{
    if (isNothing(found.result))
        return;
    Sighting sighting{found.result, picture, found.portrait};
    // One frame for each thing that was said: another reading of the same document has a frame of its own.
    const auto before = std::find_if(m_seen.begin(), m_seen.end(), [&sighting](const Sighting &seen) {
        return isOfOneDocument(seen.result, sighting.result) && saysTheSame(seen.result, sighting.result);
    });
    if (before != m_seen.end()) {
        if (sighting.portrait.isNull())
            sighting.portrait = before->portrait;
        m_seen.erase(before);
    }
    m_seen.append(sighting);
    if (m_seen.size() > mostSightings)
        m_seen.removeFirst();
}

Sightings::Sighting Sightings::of(const ScanResult &decided) const
{
    Sighting sighting{decided, {}, {}};
    bool exact = false;
    for (const Sighting &seen : m_seen) {
        if (!isOfOneDocument(seen.result, decided))
            continue;
        const bool same = saysTheSame(seen.result, decided);
        if (same || !exact)
            sighting.picture = seen.picture;
        exact = exact || same;
        if (!seen.portrait.isNull())
            sighting.portrait = seen.portrait;
    }
    return sighting;
}

} // namespace gatehouse::scanning
