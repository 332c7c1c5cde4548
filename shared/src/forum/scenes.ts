/** What the big screen shows. */
import { z } from 'zod';
import { id, instantSchema } from './words';

export const SCENES = [
  'standby',
  'opening',
  'scope',
  'agenda',
  'talk',
  'question',
  'deflection',
  'dialogue',
  'card',
  'clip',
  'slides',
  'poll',
  'opinions',
  'opinion_map',
  'results',
  'join',
  'thanks',
] as const;
export type SceneKind = (typeof SCENES)[number];

/** Scenes that the host may call up by hand; the others come with what happens on the floor. */
export const FREE_SCENES = [
  'standby',
  'opening',
  'scope',
  'agenda',
  'poll',
  'opinions',
  'opinion_map',
  'results',
  'join',
  'thanks',
] as const;
export type FreeScene = (typeof FREE_SCENES)[number];

export const sceneView = z.strictObject({ kind: z.enum(SCENES), since: instantSchema });
export type SceneView = z.infer<typeof sceneView>;

export const showScene = z.strictObject({
  type: z.literal('showScene'),
  /** `floor` returns to whatever the floor calls for. */
  scene: z.enum([...FREE_SCENES, 'floor']),
});

/**
 * Lays the plain-language card of `term` over what the big screen shows; null takes it away, and what was there
 * is there again. Whatever else calls for the screen takes it away as well.
 */
export const showCard = z.strictObject({ type: z.literal('showCard'), term: id.nullable() });

export const sceneCommands = [showScene, showCard] as const;
