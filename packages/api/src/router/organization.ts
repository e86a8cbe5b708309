import {
  assignGroup,
  claimOrganization,
  createGroup,
  editOrganization,
  listGroups,
  listOrganizations,
  loadOrganization,
  loadOwnOrganization,
  registerOrganization,
  setOrganizationStatus,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const organizationRouter = router({
  list: fromQuery(listOrganizations),
  load: fromQuery(loadOrganization),
  loadOwn: fromQuery(loadOwnOrganization),
  register: fromMutation(registerOrganization),
  claim: fromMutation(claimOrganization),
  edit: fromMutation(editOrganization),
  setStatus: fromMutation(setOrganizationStatus),
  listGroups: fromQuery(listGroups),
  createGroup: fromMutation(createGroup),
  assignGroup: fromMutation(assignGroup),
});
