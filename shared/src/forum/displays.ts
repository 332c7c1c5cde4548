/** Displays of the hall: each has given itself an id that begins with its layout. */
import { z } from 'zod';
import { LAYOUTS } from './layouts';

export const displayId = z
  .string()
  .regex(new RegExp(`^(?:${LAYOUTS.join('|')})\\.[A-Z0-9]{6,16}$`), 'not_a_display');
