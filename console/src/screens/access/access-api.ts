/** Links, PINs and signed-in devices, as the hub answers them. */
import {
  deviceListing,
  linkListing,
  type SignInRole,
  type Zone,
} from '@wenzheng/shared/forum/access';
import { instantSchema } from '@wenzheng/shared/forum/words';
import { z } from 'zod';
import { call, nothing } from '../../hub-api';

const link = z.object({ url: z.string(), expires: instantSchema });
const pin = z.object({ pin: z.string() });
const device = (id: string): string => `/api/devices/${encodeURIComponent(id)}`;

export type Link = z.infer<typeof link>;

export const makeLink = (role: SignInRole, once: boolean, zone: Zone | null) =>
  call('POST', '/api/links', { role, once, zone }, link);
export const readLinks = () => call('GET', '/api/links', null, z.array(linkListing));
export const cancelLink = (id: string) =>
  call('DELETE', `/api/links/${encodeURIComponent(id)}`, null, nothing);
export const makePin = (role: SignInRole) => call('POST', '/api/pins', { role }, pin);
export const readDevices = () => call('GET', '/api/devices', null, z.array(deviceListing));
export const renameDevice = (id: string, name: string) =>
  call('PATCH', device(id), { name }, nothing);
export const revokeDevice = (id: string) => call('DELETE', device(id), null, nothing);
