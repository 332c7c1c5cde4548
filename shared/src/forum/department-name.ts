/** What a department is called; free of zod, so that phones can load it. */
import type { Department } from './agenda';

/** The name of department `id`; empty for none, and for one that is no longer there. */
export const departmentName = (
  departments: readonly Pick<Department, 'id' | 'name'>[],
  id: string | null | undefined,
): string => departments.find((department) => department.id === id)?.name ?? '';
