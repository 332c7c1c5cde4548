/** For whom an official speaks: the department they head, or the one whose name is theirs. */
import type { Department, Speaker } from '@wenzheng/shared/forum/agenda';

export const departmentOf = (
  departments: readonly Department[],
  official: Speaker | null,
): Department | null =>
  official === null
    ? null
    : (departments.find(({ head }) => head === official.id) ??
      departments.find(({ name }) => name === official.department) ??
      null);
