/** All routes of the catalogue, its questions and its prices. */
import type { Route } from '../../platform/http/route.ts';
import { bookRoutes } from './http/books.ts';
import { importRoutes } from './http/imports.ts';
import { publicCatalogRoutes } from './http/public.ts';
import { questionSetRoutes } from './http/question-sets.ts';

export function catalogRoutes(): Route[] {
  return [...publicCatalogRoutes(), ...questionSetRoutes(), ...bookRoutes(), ...importRoutes()];
}
