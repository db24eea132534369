/** All routes of identity. */
import type { Route } from '../../platform/http/route.ts';
import { customerRoutes } from './http/customers.ts';
import { linkRoutes, type LinkConfig } from './http/links.ts';
import { sessionRoutes, type IdentityConfig } from './http/session.ts';
import { shopRoutes } from './http/shop.ts';
import { staffRoutes } from './http/staff.ts';

export type IdentityRoutes = IdentityConfig & Pick<LinkConfig, 'problemPage'>;

export function identityRoutes(config: IdentityRoutes): Route[] {
  return [
    ...sessionRoutes(config),
    ...staffRoutes(config),
    ...shopRoutes(),
    ...customerRoutes(),
    ...linkRoutes(config),
  ];
}
