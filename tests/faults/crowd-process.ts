/** Thousands of phones as a process of their own: the test beside it sees at once when the hub is back. */
import { PhoneCrowd } from '../bench/load/crowd';
import { serve } from '../bench/process/part';

serve(new PhoneCrowd());
