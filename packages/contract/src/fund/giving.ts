type Named = { readonly publicId: string; readonly name: string };

/** What of an award leaves as open data. */
export type GivenAward = {
  readonly publicId: string;
  readonly title: string;
  readonly description: string;
  readonly asked: number;
  readonly amount: number;
  readonly paid: number;
  readonly awardedAt: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly months: number;
  readonly lead: Named;
  readonly call: Named;
  readonly researchClass: string;
};

/**
 * Awards as a file of the 360Giving Data Standard 1.4. It knows nothing before an award: applications and reviews do not leave.
 * @param prefix of the publisher, before every identifier
 */
export function toGivingFile(awards: readonly GivenAward[], funder: Named, prefix: string, home: string) {
  return {
    version: "1.4",
    publisher: { name: funder.name, website: home },
    license: "https://creativecommons.org/licenses/by/4.0/",
    grants: awards.map((award) => ({
      id: `${prefix}-${award.publicId}`,
      title: award.title,
      description: award.description || award.title,
      currency: "CNY",
      amountAppliedFor: award.asked,
      amountAwarded: award.amount,
      amountDisbursed: award.paid,
      awardDate: award.awardedAt.slice(0, 10),
      url: `${home}/fund/awards/${award.publicId}`,
      plannedDates: [{ startDate: award.startsOn, endDate: award.endsOn, duration: award.months }],
      recipientOrganization: [{ id: `${prefix}-org-${award.lead.publicId}`, name: award.lead.name }],
      fundingOrganization: [{ id: `${prefix}-org-${funder.publicId}`, name: funder.name }],
      grantProgramme: [{ code: award.call.publicId, title: award.call.name }],
      fromOpenCall: "Yes",
      classifications: [
        { vocabulary: "GB/T 22900-2022", code: award.researchClass, title: award.researchClass },
      ],
    })),
  };
}
