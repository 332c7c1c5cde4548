/** Fields of work of a city's departments, with the words that people use of them. */
import { agriculture } from './agriculture';
import { civilAffairs } from './civil-affairs';
import { cultureSport } from './culture-sport';
import { education } from './education';
import { environment } from './environment';
import { governmentServices } from './government-services';
import { health } from './health';
import { housing } from './housing';
import { labour } from './labour';
import { market } from './market';
import { medicalInsurance } from './medical-insurance';
import { naturalResources } from './natural-resources';
import { police } from './police';
import { transport } from './transport';
import { urbanManagement } from './urban-management';
import type { Vocabulary } from './vocabulary';
import { water } from './water';

export const FIELDS = [
  'housing',
  'transport',
  'medical_ins',
  'education',
  'environment',
  'urban_mgmt',
  'police',
  'hr_social',
  'civil_affairs',
  'market',
  'water',
  'health',
  'agriculture',
  'natural_res',
  'culture_sport',
  'gov_service',
] as const;
export type Field = (typeof FIELDS)[number];

export const VOCABULARIES: Readonly<Record<Field, Vocabulary>> = {
  housing,
  transport,
  medical_ins: medicalInsurance,
  education,
  environment,
  urban_mgmt: urbanManagement,
  police,
  hr_social: labour,
  civil_affairs: civilAffairs,
  market,
  water,
  health,
  agriculture,
  natural_res: naturalResources,
  culture_sport: cultureSport,
  gov_service: governmentServices,
};
