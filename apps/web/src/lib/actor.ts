import type { Actor } from "@lilink/model/policy";
import type { Viewer } from "./session.ts";

/**
 * The viewer of a page as the policy knows actors, so that a screen asks the very question that the server asks. Ids are
 * public ones: the policy compares none.
 */
export function actorOf(viewer: Viewer | null): Actor {
  if (!viewer) return { kind: "anonymous" };
  const { personId, organization } = viewer;
  if (!organization) return { kind: "person", personId };
  const { publicId, kind, role, verified, duties } = organization;
  return {
    kind: "member",
    personId,
    organizationId: publicId,
    organizationKind: kind,
    role,
    verified,
    duties,
    province: null,
  };
}
