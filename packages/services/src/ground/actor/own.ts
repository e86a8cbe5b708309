import { LilinkError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import type { Context } from "../../kernel/context.ts";

/** For `authorize.resource` of verbs that concern the organization acted for. */
export const ownOrganization = (ctx: Context) => ({ owner: organizationOf(ctx.actor) !== null });

/** The organization acted for, for verbs that the policy has already let through. */
export function requireOwn(ctx: Context): string {
  const id = organizationOf(ctx.actor);
  if (!id) throw new LilinkError("NOT_SIGNED_IN");
  return id;
}
