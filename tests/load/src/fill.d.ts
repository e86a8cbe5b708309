export type FillOptions = {
    readonly ownerUrl: string;
    readonly postings: number;
    readonly organizations?: number;
    readonly seed: number;
    readonly now: Date;
};
/** Fills an exchange with published postings of invented firms, row for row what the verbs would have stored. */
export declare function fill(options: FillOptions): Promise<{
    postingIds: string[];
    organizationIds: string[];
}>;
