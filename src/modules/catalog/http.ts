/** All routes of the catalogue. */
import type { Route } from '../../platform/http/route.ts';
import { publicCatalogRoutes } from './http/public.ts';

export function catalogRoutes(): Route[] {
  return [...publicCatalogRoutes()];
}
