/** What a question was flagged for, in words. */
import type { OffTopicReason, PersonalDataKind, QuestionFlags } from '@wenzheng/shared/forum/desk';
import { m } from '@wenzheng/shared/paraglide/messages.js';

const KINDS: Record<PersonalDataKind, () => string> = {
  mobile: m.moderation_kind_mobile,
  landline: m.moderation_kind_landline,
  identity_number: m.moderation_kind_identity_number,
  bank_card: m.moderation_kind_bank_card,
  document_number: m.moderation_kind_document_number,
  address: m.moderation_kind_address,
  plate: m.moderation_kind_plate,
  account: m.moderation_kind_account,
  name: m.moderation_kind_name,
};
const OFF_TOPIC: Record<OffTopicReason, () => string> = {
  advertisement: m.moderation_off_topic_advertisement,
  world: m.moderation_off_topic_world,
  entertainment: m.moderation_off_topic_entertainment,
  family: m.moderation_off_topic_family,
  elsewhere: m.moderation_off_topic_elsewhere,
  no_matter: m.moderation_off_topic_no_matter,
};

export const personalDataText = ({ kind, words }: QuestionFlags['personalData'][number]): string =>
  m.moderation_personal_data({ kind: KINDS[kind](), words });
export const offTopicText = (reason: OffTopicReason): string => OFF_TOPIC[reason]();
