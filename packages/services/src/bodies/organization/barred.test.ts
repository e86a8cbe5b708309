import { membership, organizationGroup } from "@lilink/db/schema";
import { familyOf, loadConcept } from "@lilink/model/chain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const made = ["ncm811", "ncm523", "lfp", "li2co3-batt"] as const;
const anyFirm = fc.record({
  offers: fc.subarray([...made]),
  needs: fc.subarray(["li2co3-batt", "lioh-batt"]),
  links: fc.subarray(["materials", "smelting"]),
  group: fc.constantFrom(0, 1, null, null),
  joined: fc.constantFrom(true, false, false),
});
type Firm = typeof anyFirm extends fc.Arbitrary<infer T> ? T : never;

/** The wall between two firms, in the words of the rule. */
function compete(a: Firm, b: Firm): boolean {
  const covered = ({ offers }: Firm) => offers.map((id) => loadConcept(id).link as string);
  const bare = (firm: Firm) => firm.links.filter((link) => !covered(firm).includes(link));
  return (
    a.offers.some((id) => b.offers.some((other) => familyOf(id).includes(other))) ||
    a.needs.some((id) => b.needs.some((other) => familyOf(id).includes(other))) ||
    bare(a).some((link) => bare(b).includes(link) || covered(b).includes(link)) ||
    bare(b).some((link) => covered(a).includes(link))
  );
}

it("[PL12] keeps away from the other bodies, their groups and all who compete with one of these, and from nobody else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFirm, { minLength: 2, maxLength: 6 }), async (firms) => {
      const groups = [app.newId(), app.newId()];
      for (const id of groups)
        await owner
          .insert(organizationGroup)
          .values({ id, publicId: app.newPublicId(), name: id, createdAt: app.clock() });
      const clerk = await addMember(kernel, secretariat, { duties: ["officer"] });
      const ids: string[] = [];
      for (const { group, joined, ...profile } of firms) {
        const groupId = groups[group ?? -1];
        const { id } = await addOrganization(kernel, { ...profile, ...(groupId ? { groupId } : {}) });
        ids.push(id);
        if (joined)
          await owner.insert(membership).values({
            ...{ organizationId: id, personId: clerk.personId, role: "viewer", createdAt: app.clock() },
          });
      }
      const kin = (one: Firm) =>
        firms.filter((other) => other === one || (one.group !== null && one.group === other.group));
      const bodies = firms.filter(({ joined }) => joined).flatMap(kin);
      const expected = firms.flatMap((firm, index) =>
        kin(firm).some((mate) => bodies.includes(mate) || bodies.some((body) => compete(body, mate)))
          ? [ids[index]]
          : [],
      );
      const client = await app.pool.connect();
      try {
        await client.query("begin");
        await client.query("select app.become('member', $1, $2, $3)", [
          clerk.personId,
          secretariat.id,
          app.clock(),
        ]);
        const { rows } = await client.query<{ barred: string[] }>("select app.barred() as barred");
        const barred = new Set(rows[0]?.barred);
        expect(ids.filter((id) => barred.has(id))).toEqual(expected);
      } finally {
        await client.query("rollback");
        client.release();
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
