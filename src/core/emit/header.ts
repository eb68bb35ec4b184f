import { releaseFacts } from '../canton/releases';
import type { Settings } from './settings';
import { visible } from './visible';

/** Name of the tool, as its files and pages call it. */
export const toolName = 'Canton KMS Wizard';

/** What each file says about itself. Without a date: the same plan gives the same bytes on any day. */
export function header(settings: Settings): readonly string[] {
  const { release, digest, plan } = settings;
  const facts = releaseFacts[release];
  const name = plan.name.trim() === '' ? '' : ` (${visible(plan.name)})`;
  return [
    `${toolName}, plan ${digest}${name}`,
    `For Canton ${release}, by the facts of ${facts.version} of ${facts.readOn}.`,
    'Made from the plan: change the answers in the wizard, not this file.',
  ];
}
