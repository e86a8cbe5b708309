import { can, isOfficer, organizationOf } from "@lilink/model/policy";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { listAppointmentItems } from "./appointment-items.ts";
import { listBatteryItems, listOverseenItems } from "./battery-items.ts";
import { listProofItems } from "./claim-items.ts";
import { listEscalated, listOwnDuties, listSecretariatDuties } from "./duty-items.ts";
import { listEngagementItems } from "./engagement-items.ts";
import { listLedgerItems } from "./introduction-items.ts";
import { byUrgency, type DeskItem, soonDays } from "./item.ts";
import { listMatchItems } from "./match-items.ts";
import { listClaimItems, listContestItems, listReportItems, listReviewItems } from "./officer-items.ts";
import { listPostingItems } from "./posting-items.ts";
import { listReturnReviewItems } from "./return-items.ts";

/** What needs the person today, in order of due date. */
export const loadDesk = defineQuery({
  name: "desk.load",
  input: z.object({}).default({}),
  authorize: { action: "desk.read" },
  run: async (ctx) => {
    const organizationId = organizationOf(ctx.actor);
    const items: DeskItem[] = [];
    items.push(...(await listProofItems(ctx)));
    if (organizationId) {
      items.push(...(await listOwnDuties(ctx, organizationId)));
      items.push(...(await listEngagementItems(ctx, organizationId)));
      items.push(...(await listLedgerItems(ctx, organizationId)));
      items.push(...(await listAppointmentItems(ctx, organizationId)));
      items.push(...(await listPostingItems(ctx, organizationId)));
      items.push(...(await listMatchItems(ctx, organizationId)));
      items.push(...(await listBatteryItems(ctx, organizationId)));
    }
    if (can(ctx.actor, "return.decide")) items.push(...(await listReturnReviewItems(ctx)));
    if (can(ctx.actor, "battery.oversee") && !isOfficer(ctx.actor))
      items.push(...(await listOverseenItems(ctx)));
    if (isOfficer(ctx.actor)) {
      items.push(...(await listReviewItems(ctx)));
      items.push(...(await listClaimItems(ctx)));
      items.push(...(await listReportItems(ctx)));
      items.push(...(await listContestItems(ctx)));
      items.push(...(await listSecretariatDuties(ctx)));
      items.push(...(await listEscalated(ctx)));
    }
    return {
      items: items.sort(byUrgency),
      /** What is due after this instant can wait. */
      laterFrom: new Date(ctx.now.getTime() + soonDays * 86_400_000),
      member: organizationId !== null,
      verified: ctx.actor.kind === "member" && ctx.actor.verified,
      officer: isOfficer(ctx.actor),
    };
  },
});
