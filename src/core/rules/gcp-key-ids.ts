import { type GcpKeyName, type GcpKeyRing, gcpKeyIdSource, keyIdProblem, readGcpKeyName } from '../canton/key-ids';
import { concluded } from '../canton/sources';
import { KeyRingId, LocationId, ProjectId } from '../plan/formats';
import type { GcpKms } from '../plan/kms';
import type { Plan } from '../plan/plan';
import { changeGcp } from './change';
import type { Finding } from './finding';
import { type KeyPlace, notFound, rewrite } from './key-place';

/** Whether a key of Google Cloud can be found: its form, and the ring it lies in. */
export function gcpKeyFindings(kms: GcpKms, place: KeyPlace): Finding[] {
  const message = keyIdProblem('gcp', place.id);
  if (message === undefined) return [];
  const name = readGcpKeyName(place.id);
  const elsewhere = name === undefined ? [] : inThatRing(kms, name, place);
  return [
    {
      id: 'gcp-key-id',
      severity: 'error',
      path: place.path,
      message,
      why: "The id becomes one section of the key's resource name, and Google's library refuses anything else there. Canton's documentation shows the whole resource name, which cannot work.",
      source: gcpKeyIdSource,
      // The bare id would name another key, or none, while the KMS is asked in another ring.
      ...(name === undefined || elsewhere.length > 0 ? {} : { fix: rewrite(place, name.id) }),
    },
    ...elsewhere,
  ];
}

function inThatRing(kms: GcpKms, { id: _, ...ring }: GcpKeyName, { path, kmsIndex, use }: KeyPlace): Finding[] {
  if (kms.projectId === '' || kms.locationId === '' || kms.keyRingId === '' || said(kms) === said(ring)) return [];
  return [
    {
      id: 'key-in-another-ring',
      severity: 'error',
      path,
      message: `The key lies in ${said(ring)}, the KMS is asked in ${said(kms)}.`,
      why: `A node looks for all its keys in one project, location and key ring, and finds no key of another. ${notFound[use].why} Keys of another ring need a KMS of their own in this plan.`,
      source: concluded(gcpKeyIdSource),
      log: notFound[use].log,
      ...(isWellFormed(ring)
        ? { fix: { label: `Ask the KMS in ${said(ring)}`, apply: (plan: Plan) => changeGcp(plan, kmsIndex, ring) } }
        : {}),
    },
  ];
}

function said({ projectId, locationId, keyRingId }: GcpKeyRing): string {
  return `${projectId}/${locationId}/${keyRingId}`;
}

function isWellFormed({ projectId, locationId, keyRingId }: GcpKeyRing): boolean {
  return (
    ProjectId.safeParse(projectId).success &&
    LocationId.safeParse(locationId).success &&
    KeyRingId.safeParse(keyRingId).success
  );
}
