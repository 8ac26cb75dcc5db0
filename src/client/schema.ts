/* The types of the API, written by "npm run api-client" from the service's own document. */

export interface paths {
    "/algorithms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names of algorithms that a match can ask for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            algorithms: ({
                                name: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            best: string;
                            default: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was screened, hit and decided in a span of days, by whom and how fast */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Activity"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alerts that wait */
        get: {
            parameters: {
                query?: {
                    assignee?: string;
                    channel?: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
                    /** @description `next` of the page before */
                    cursor?: string;
                    entity?: string;
                    limit?: number;
                    order?: "due" | "risk" | "newest";
                    overdue?: "true" | "false";
                    phase?: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
                    /** @description Part of a name or of the organisation's own number */
                    q?: string;
                    subject?: string;
                    view?: "mine" | "team" | "second" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AlertRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All about one alert */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an alert to a person, or to nobody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Another due day, or null to keep it
                         * @default null
                         */
                        dueOn?: string | null;
                        /** @description Id of a person, or null for nobody */
                        to: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a file with an alert: the body is the file, its type one of PDF, PNG, JPEG, text, CSV, e-mail */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alert: components["schemas"]["Alert"];
                            attachment: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file kept with an alert */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    attachment: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an alert */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default none
                         * @enum {string}
                         */
                        action?: "block" | "reject" | "release" | "freeze" | "report" | "none";
                        /** @default null */
                        legalAuthority?: string | null;
                        narrative: string;
                        /** @enum {string} */
                        outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
                        /** @enum {string} */
                        reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
                        /** @description Of a false positive: its last day; left out for as long as the policy allows, null for not at all */
                        suppressUntil?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alert: components["schemas"]["Alert"];
                            report: string | null;
                            suppression: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an alert that was escalated to a second reviewer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default none
                         * @enum {string}
                         */
                        action?: "block" | "reject" | "release" | "freeze" | "report" | "none";
                        /** @default null */
                        legalAuthority?: string | null;
                        narrative: string;
                        /** @enum {string} */
                        outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
                        /** @enum {string} */
                        reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
                        /** @description Of a false positive: its last day; left out for as long as the policy allows, null for not at all */
                        suppressUntil?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alert: components["schemas"]["Alert"];
                            report: string | null;
                            suppression: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm another person's decision, or disagree with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        agrees: boolean;
                        narrative: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            alert: components["schemas"]["Alert"];
                            report: string | null;
                            suppression: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a step of the guided review */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    step: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                        /**
                         * @description What was looked at, and what it showed
                         * @default
                         */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a decision back while it is not final */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many alerts wait, and for whom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertCounts"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when, from where */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    actor?: string;
                    /** @description `next` of the page before */
                    cursor?: string;
                    from?: string;
                    limit?: number;
                    target?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["AuditEntry"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Batch"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Bring a file (CSV, XLSX, JSON lines) to be screened, and see what its columns were taken for: the body is the file */
        post: {
            parameters: {
                query: {
                    /** @description The file's name; its ending says what it is: .csv, .xlsx, .jsonl */
                    name: string;
                    /** @description A sheet of a workbook by its name; the first where left out */
                    sheet?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch: its columns, and how far it is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a batch with its file and its results */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what the columns of a draft are */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Header to FollowTheMoney property; to an empty text where the column is left out */
                        map: {
                            [key: string]: string;
                        };
                        /**
                         * @description Schema of rows that state none
                         * @default null
                         */
                        schema?: string | null;
                        /** @description Another sheet of the workbook; the one chosen before where left out */
                        sheet?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of a batch as a file (CSV, JSON lines, XLSX): a line for each row, as `sluice screen` writes it */
        get: {
            parameters: {
                query?: {
                    format?: "csv" | "jsonl" | "xlsx";
                    result?: "hit" | "no-hit" | "error";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Results of a batch by row */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    result?: "hit" | "no-hit" | "error";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["BatchRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a draft, or go on where a batch was stopped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a batch; what it has stays, and it can go on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Batch"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which persons belong to which business line; who is not named belongs to none */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                businessLine: string;
                                personId: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** May this go through? One transaction or many, decided and kept */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Names the request: sent again with the same key, it gets the same checks and makes no others */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The day or instant (ISO 8601, UTC) that the answer is for; now where it is left out */
                        at?: string;
                        readonly transaction?: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        };
                        transactions?: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        }[];
                        /**
                         * @description Waivers that the transaction relies on, as `sluice check --waiver` takes them
                         * @default []
                         */
                        waivers?: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"] | {
                            readonly checks: components["schemas"]["Check"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/check/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a check would answer now; no check, receipt or alert is made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The day or instant (ISO 8601, UTC) that the answer is for; now where it is left out */
                        at?: string;
                        readonly transaction: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        };
                        /**
                         * @description Waivers that the transaction relies on, as `sluice check --waiver` takes them
                         * @default []
                         */
                        waivers?: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckPreview"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks, the newest first */
        get: {
            parameters: {
                query?: {
                    answer?: "clear" | "permitted" | "refer" | "prohibited";
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    reference?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** @description Alerts that its hits opened, or that await a decision on them */
                                readonly alerts: string[];
                                /** @enum {string} */
                                answer: "clear" | "permitted" | "refer" | "prohibited";
                                at: string;
                                /** @description ISO 8601, UTC */
                                createdAt: string;
                                createdBy: components["schemas"]["Actor"];
                                /** @description Place in the log of the receipt that says who erased this one, and why */
                                erasedBy: number | null;
                                /** @description Payouts that it held: the money waits until a person ends the hold */
                                readonly holds: string[];
                                id: string;
                                kind: string;
                                policyVersion: number;
                                readonly receipt: {
                                    /** @description Hash of the receipt that `sluice replay` takes */
                                    hash: string;
                                    /** @description Its place in the organisation's log of receipts */
                                    sequence: number;
                                };
                                reference: string;
                                snapshot: string;
                                /** @description The verdict in a sentence; null where its receipt was erased */
                                summary: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A check with its verdict */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A check with its verdict as a PDF, to print and to file */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "ko";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a check, byte for byte, for `sluice replay` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/checks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide a check again from its receipt, and compare byte for byte */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly differences: string[];
                            same: boolean;
                            /** @description The snapshot that it was decided on now */
                            snapshot: string;
                            verdict: components["schemas"]["Verdict"];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drawdowns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same on several waivers at once: all of it, or none */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Names the request: sent again with the same key, it is done once and answered the same */
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        readonly parts: {
                            operation: {
                                /** @enum {string} */
                                kind: "reserve";
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                /** @default 4320 */
                                minutes?: number;
                                /** @default [] */
                                readonly parties?: string[];
                                reference: string;
                                /** @default [] */
                                readonly route?: string[];
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "draw";
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                /** @default [] */
                                readonly parties?: string[];
                                reference: string;
                                /** @default [] */
                                readonly route?: string[];
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            } | {
                                /** @default false */
                                final?: boolean;
                                /** @enum {string} */
                                kind: "commit";
                                readonly lines?: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reservation: string;
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "release";
                                readonly lines?: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reason?: string;
                                reservation: string;
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "return";
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reason: string;
                                reservation: string;
                            } | {
                                /** @enum {string} */
                                direction: "more" | "less";
                                /** @enum {string} */
                                kind: "correct";
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reason: string;
                                reservation: string;
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            };
                            waiverId: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerAnswer"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens (server-sent events)
         * @description Each event's `id` resumes the stream behind it, by the header Last-Event-ID. An event `reset` says that some were missed: read anew what is shown.
         */
        get: {
            parameters: {
                query?: {
                    /** @description As Last-Event-ID, for clients that cannot send headers */
                    after?: string;
                    /** @description Only these, with commas: check.decided, subject.screened, subjects.imported, alert.opened, alert.changed, alert.closed, alert.reopened, decision.made, suppression.lapsed, suppression.changed, worker-case.opened, worker-case.changed, worker-case.decided, worker-reply.received, payout.held, payout.released, report.due, policy.changed, lists.updated, lists.update-failed, job.changed, receipts.signed, webhook.disabled, waiver-application.changed, waiver.changed, waiver.suspended, waiver-report.due */
                    kinds?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of the organisation at the screening desk, as JSON lines */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the measures say of goods on a way on a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GoodsRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GoodsAnswer"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goods/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Codes that goods described in words may have; a person classifies */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CodesRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CodesAnswer"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that are open */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                createdAt: string;
                                email: string;
                                /** Format: date-time */
                                expiresAt: string;
                                id: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody; the answer holds the link to hand over */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description hand it to the person; it opens once */
                            url: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    name?: string;
                    state?: "queued" | "running" | "retrying" | "done" | "failed" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Job"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One job */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a waiting job back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a failed job another round of attempts */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys, also those that ended */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                /** Format: date-time */
                                expiresAt: string;
                                id: string;
                                /** @description to within ten seconds */
                                lastUsedAt: string | null;
                                lastUsedFrom: string | null;
                                name: string;
                                permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                revokedAt: string | null;
                                /** @description its first characters */
                                start: string;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make an API key; its text stands in the answer and nowhere else */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description how long it opens
                         * @default 90
                         */
                        days?: number;
                        name: string;
                        permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "webhooks.manage" | "people.read" | "organization.read" | "waivers.read" | "waivers.write" | "workers.read" | "workers.write" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            key: string;
                            /** @description to within ten seconds */
                            lastUsedAt: string | null;
                            lastUsedFrom: string | null;
                            name: string;
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            revokedAt: string | null;
                            /** @description its first characters */
                            start: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an API key: at once here, within five seconds in other processes */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description to within ten seconds */
                            lastUsedAt: string | null;
                            lastUsedFrom: string | null;
                            name: string;
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            revokedAt: string | null;
                            /** @description its first characters */
                            start: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a one-time link is for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            /** Format: date-time */
                            expiresAt: string;
                            organizationName: string | null;
                            /** @enum {string} */
                            purpose: "first-owner" | "invitation" | "new-password";
                            role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/links/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use a one-time link; a new account is signed in by the answer's cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: email */
                        email?: string;
                        name?: string;
                        organizationName?: string;
                        /** @description left out by a person who is signed in and accepts an invitation */
                        password?: string;
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string;
                            organizationId: string;
                            userId: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listed/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One listed party: names, facts, listings with their editions, and relations both ways */
        get: {
            parameters: {
                query?: {
                    at?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListedParty"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listed/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which edition of each list says what of a listed party */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListedPartyHistory"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lists in force, with their editions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Lists"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["List"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came and who went between two editions of a list; `/changes/entries` has what changed */
        get: {
            parameters: {
                query?: {
                    /** @description An edition held; the one before `to` where it is left out */
                    from?: string;
                    /** @description An edition held; the newest where it is left out */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListChanges"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/{id}/changes/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed within the entries that two editions of a list hold, fact by fact */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description An edition held; the one before `to` where it is left out */
                    from?: string;
                    /** @description Only changes of this kind */
                    kind?: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
                    limit?: number;
                    /** @description An edition held; the newest where it is left out */
                    to?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListEntryChanges"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lists/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for newer editions now; the lists in force stay until newer ones are open */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            started: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organisation knows of who owns whom; blocked and undetermined parties first */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    policy?: "ofac" | "eu" | "uk" | "bis";
                    /** @description Part of a name or an id */
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NetworkOverview"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is behind a party: the answer with its proof or the missing facts, and the network around it */
        get: {
            parameters: {
                query?: {
                    at?: string;
                    policy?: "ofac" | "eu" | "uk" | "bis";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Network"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the answer would be if stakes were others; nothing is written down */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        at?: string;
                        changes: {
                            asset: string;
                            owner: string;
                            /** @description 49, 25-50, >50, 1/3; null where nothing would be held */
                            share: string | null;
                        }[];
                        /**
                         * @default ofac
                         * @enum {string}
                         */
                        policy?: "ofac" | "eu" | "uk" | "bis";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WhatIf"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts of ownership that were written down one by one, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: components["schemas"]["OwnershipFact"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write down who owns or controls whom, and where that stands */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        asset: string;
                        /** @default null */
                        assetName?: string | null;
                        /** @default null */
                        from?: string | null;
                        /**
                         * @default ownership
                         * @enum {string}
                         */
                        interest?: "ownership" | "votes" | "profit" | "surplus" | "nominator" | "board-majority" | "control" | "influence" | "consolidated" | "settlor" | "trustee" | "beneficiary" | "protector" | "nominee" | "director" | "linked" | "rebutted-control" | "unspecified";
                        owner: string;
                        /** @default null */
                        ownerName?: string | null;
                        /** @default  */
                        reference?: string;
                        /**
                         * @description 30, 25-50, >50, 1/3; null where it is not known
                         * @default null
                         */
                        share?: string | null;
                        /** @description Where you have it from */
                        source: string;
                        /** @default null */
                        until?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnershipFact"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/facts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one of the facts out of what counts; it stays on record */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a file of who owns whom (CSV, FollowTheMoney, BODS 0.4, GLEIF): the body is the file */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OwnershipSource"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/network/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take one of the sources out of what counts; it stays on record */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                            /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                            story: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give the organisation another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                            /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                            story: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make another organisation, as its owner */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                            /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                            story: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a payment message (MT103; ISO 20022 pacs.008, pacs.009, pain.001) into transactions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The whole message, as it was sent */
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            format: "mt103" | "pacs.008" | "pacs.009" | "pain.001";
                            payments: {
                                readonly transaction: {
                                    readonly capUses?: {
                                        measure: string;
                                        period: string;
                                        source: string;
                                        readonly used: {
                                            amount: string;
                                            scale: number;
                                            unit: string;
                                        };
                                    }[];
                                    /** @default [] */
                                    readonly claims: {
                                        about: string;
                                        evidence: string;
                                        /** @enum {string} */
                                        exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                                    }[];
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    funds: {
                                        amount: string;
                                        currency: string;
                                        scale: number;
                                    } | null;
                                    /** @default [] */
                                    readonly goods: {
                                        readonly controls?: "ear"[];
                                        description: string;
                                        hs: string | null;
                                        line: string;
                                        origin?: string;
                                        readonly quantity: {
                                            amount: string;
                                            scale: number;
                                            unit: string;
                                        };
                                        readonly unitValue?: {
                                            amount: string;
                                            currency: string;
                                            scale: number;
                                        };
                                    }[];
                                    /** @default [] */
                                    readonly jurisdictions: string[];
                                    /** @enum {string} */
                                    kind: "payment" | "shipment" | "hire" | "project" | "party";
                                    readonly parties: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        readonly records?: {
                                            readonly parties: {
                                                id: string;
                                                readonly properties: {
                                                    [key: string]: string[];
                                                };
                                                schema: string;
                                                seen: string | null;
                                            }[];
                                            readonly same: {
                                                a: string;
                                                b: string;
                                                reason: string;
                                            }[];
                                            self: string;
                                            readonly sharers: {
                                                fact: string;
                                                parties: number;
                                            }[];
                                        };
                                        readonly redFlags?: {
                                            readonly accounts: string[];
                                            case?: string;
                                            readonly flags: {
                                                account: string;
                                                readonly evidence: {
                                                    account: string;
                                                    at: string | null;
                                                    fact: string;
                                                    value: string;
                                                }[];
                                                on: string | null;
                                                rule: string;
                                                words: string;
                                            }[];
                                        };
                                        readonly related?: {
                                            from?: string;
                                            /** @enum {string} */
                                            interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                            of?: string;
                                            /** @enum {string} */
                                            relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                            share?: string;
                                            source?: string;
                                            readonly subject: {
                                                id?: string;
                                                readonly properties: {
                                                    [key: string]: string[];
                                                };
                                                schema: string;
                                            };
                                            until?: string;
                                        }[];
                                        /** @enum {string} */
                                        role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                        roleNote?: string;
                                        schema: string;
                                    }[];
                                    purpose: string;
                                    reference: string;
                                    /** @default [] */
                                    readonly route: string[];
                                    /** @default [] */
                                    readonly services: {
                                        description: string;
                                        /** @enum {string} */
                                        kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                        line: string;
                                    }[];
                                    /** @default null */
                                    to: string | null;
                                    /** @default [] */
                                    readonly waivers: string[];
                                };
                                /** @description Parts that were seen and say nothing to a check */
                                unread: string[];
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of the organisation */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                email: string;
                                id: string;
                                /** Format: date-time */
                                joinedAt: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                                /** @description has an authenticator or a passkey */
                                secondFactor: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a person out of the organisation */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Give a person another role */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                    };
                };
            };
            responses: {
                /** @description nothing */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/people/{id}/business-line": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** State to which business line a person belongs: such a person is no second pair of eyes */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        businessLine: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            businessLine: string | null;
                            personId: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/password-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A link by which a person sets a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            expiresAt: string;
                            id: string;
                            /** @description hand it to the person; it opens once */
                            url: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy in force and its history */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Policy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a policy */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description From when it holds; from its approval where left out
                         */
                        effectiveFrom?: string;
                        readonly policy: {
                            alertDueBusinessDays: number;
                            /** @enum {string} */
                            calendar: "weekdays" | "us-federal";
                            certainScoreMin: number;
                            editionAgeDaysMax: number;
                            readonly fourEyes: {
                                "false-positive": boolean;
                                "true-match": boolean;
                            };
                            retentionYears: number;
                            readonly screen: {
                                capacity?: components["schemas"]["ReviewCapacityInput"];
                                limit: number;
                                lists: string[] | null;
                                threshold: number;
                                weights?: components["schemas"]["EvidenceWeightsInput"];
                            };
                            suppressionDaysMax: number;
                            undoMinutes: number;
                        };
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Policy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/proposals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject another person's proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "rejected" | "withdrawn";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Policy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/policy/proposals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw your own proposal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "rejected" | "withdrawn";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Policy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The log of receipts, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    kind?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: date-time */
                                at: string;
                                /** @description SHA-256 of salt and body */
                                bodyDigest: string;
                                /** @description The receipt that says who erased the body, and why */
                                erasedBy: number | null;
                                hash: string;
                                kind: string;
                                /** @description Hash of the receipt before; null for the first */
                                previous: string | null;
                                sequence: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{sequence}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sequence: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/{sequence}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that a receipt is in the log, for `sluice receipts verify` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sequence: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReceiptProof"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proof that the log of `to` receipts begins with that of `from` (RFC 9162, 2.1.4) */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: number;
                            path: string[];
                            to: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts with all that proves them, as JSON lines for `sluice receipts verify` */
        get: {
            parameters: {
                query?: {
                    from?: number;
                    to?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/heads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed heads of the log, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SignedHead"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receipts/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public keys that signed heads, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ReceiptKey"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    kind?: "blocked-property" | "rejected-transaction" | "unblocked-property" | "annual-blocked-property";
                    limit?: number;
                    /** @description Only those not filed yet */
                    open?: "true";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LegalReport"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Start a report */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        alertId?: string | null;
                        /** @description The day of blocking, rejection or release */
                        eventOn: string;
                        readonly fields?: {
                            /** @default [] */
                            readonly copies?: string[];
                            /** @default  */
                            eventOn?: string | "";
                            readonly filer: {
                                /** @default  */
                                address?: string;
                                /** @default  */
                                contactEmail?: string;
                                /** @default  */
                                contactName?: string;
                                /** @default  */
                                contactPhone?: string;
                                /** @default  */
                                name?: string;
                            };
                            /** @default [] */
                            readonly holdings?: {
                                /** @default  */
                                blockedOn?: string | "";
                                /** @default  */
                                description?: string;
                                /** @default  */
                                location?: string;
                                /** @default  */
                                owner?: string;
                                /** @default [] */
                                readonly programmes?: string[];
                                /** @default [] */
                                readonly references?: string[];
                                /** @default  */
                                report?: string;
                                /** @default  */
                                target?: string;
                                readonly value: {
                                    /** @default  */
                                    amount?: string | "";
                                    /**
                                     * @default actual
                                     * @enum {string}
                                     */
                                    basis?: "actual" | "estimated";
                                    /** @default  */
                                    currency?: string | "";
                                    /** @default  */
                                    usd?: string | "";
                                };
                            }[];
                            /** @default  */
                            legalAuthority?: string;
                            /** @default  */
                            narrative?: string;
                            /** @default [] */
                            readonly parties?: {
                                /** @default  */
                                account?: string;
                                /** @default  */
                                address?: string;
                                /** @default  */
                                country?: string;
                                /** @default  */
                                name?: string;
                                /** @default  */
                                role?: string;
                            }[];
                            readonly property: {
                                /** @default  */
                                description?: string;
                                /** @default  */
                                location?: string;
                                /** @default [] */
                                readonly references?: string[];
                            };
                            /** @default  */
                            releaseAuthority?: string;
                            releasedTo?: string;
                            /** @enum {string} */
                            releaseGround?: "licence" | "licence-asks-report" | "delisting" | "between-own-offices" | "service-charge" | "other";
                            releaseOf?: string;
                            readonly target: {
                                /** @default  */
                                entry?: string;
                                /** @default  */
                                list?: string;
                                /** @default  */
                                name?: string;
                                /** @default [] */
                                readonly programmes?: string[];
                            };
                            readonly value: {
                                /** @default  */
                                amount?: string | "";
                                /**
                                 * @default actual
                                 * @enum {string}
                                 */
                                basis?: "actual" | "estimated";
                                /** @default  */
                                currency?: string | "";
                                /** @default  */
                                usd?: string | "";
                            };
                            /** @default null */
                            year?: number | null;
                        };
                        /** @enum {string} */
                        kind: "blocked-property" | "rejected-transaction" | "unblocked-property";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write a report's fields */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        readonly copies?: string[];
                        /** @default  */
                        eventOn?: string | "";
                        readonly filer: {
                            /** @default  */
                            address?: string;
                            /** @default  */
                            contactEmail?: string;
                            /** @default  */
                            contactName?: string;
                            /** @default  */
                            contactPhone?: string;
                            /** @default  */
                            name?: string;
                        };
                        /** @default [] */
                        readonly holdings?: {
                            /** @default  */
                            blockedOn?: string | "";
                            /** @default  */
                            description?: string;
                            /** @default  */
                            location?: string;
                            /** @default  */
                            owner?: string;
                            /** @default [] */
                            readonly programmes?: string[];
                            /** @default [] */
                            readonly references?: string[];
                            /** @default  */
                            report?: string;
                            /** @default  */
                            target?: string;
                            readonly value: {
                                /** @default  */
                                amount?: string | "";
                                /**
                                 * @default actual
                                 * @enum {string}
                                 */
                                basis?: "actual" | "estimated";
                                /** @default  */
                                currency?: string | "";
                                /** @default  */
                                usd?: string | "";
                            };
                        }[];
                        /** @default  */
                        legalAuthority?: string;
                        /** @default  */
                        narrative?: string;
                        /** @default [] */
                        readonly parties?: {
                            /** @default  */
                            account?: string;
                            /** @default  */
                            address?: string;
                            /** @default  */
                            country?: string;
                            /** @default  */
                            name?: string;
                            /** @default  */
                            role?: string;
                        }[];
                        readonly property: {
                            /** @default  */
                            description?: string;
                            /** @default  */
                            location?: string;
                            /** @default [] */
                            readonly references?: string[];
                        };
                        /** @default  */
                        releaseAuthority?: string;
                        releasedTo?: string;
                        /** @enum {string} */
                        releaseGround?: "licence" | "licence-asks-report" | "delisting" | "between-own-offices" | "service-charge" | "other";
                        releaseOf?: string;
                        readonly target: {
                            /** @default  */
                            entry?: string;
                            /** @default  */
                            list?: string;
                            /** @default  */
                            name?: string;
                            /** @default [] */
                            readonly programmes?: string[];
                        };
                        readonly value: {
                            /** @default  */
                            amount?: string | "";
                            /**
                             * @default actual
                             * @enum {string}
                             */
                            basis?: "actual" | "estimated";
                            /** @default  */
                            currency?: string | "";
                            /** @default  */
                            usd?: string | "";
                        };
                        /** @default null */
                        year?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report as a document: PDF, CSV or JSON */
        get: {
            parameters: {
                query?: {
                    format?: "pdf" | "csv" | "json";
                    /** @description Of the PDF; the others are data */
                    language?: "en" | "ko";
                    /** @description To look at it in a browser, not to keep it */
                    show?: "true";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that a report was filed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        on: string;
                        reference: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that blocked property was released or transferred, all of it or a part */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description A part, in the currency of what was blocked; null for all that is left
                         * @default null
                         */
                        amount?: string | null;
                        /** @description The licence with its number, or the rule that allows it */
                        authority: string;
                        /**
                         * @description On what ground: licences, delistings and transfers between own offices need no report since 7 November 2024
                         * @default other
                         * @enum {string}
                         */
                        ground?: "licence" | "licence-asks-report" | "delisting" | "between-own-offices" | "service-charge" | "other";
                        /** @default  */
                        narrative?: string;
                        /** @description The day of release or transfer */
                        on: string;
                        /**
                         * @description To whom or where the property went
                         * @default
                         */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/annual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the annual report of a year, with what was held on 30 June */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        readonly filer: {
                            /** @default  */
                            address?: string;
                            /** @default  */
                            contactEmail?: string;
                            /** @default  */
                            contactName?: string;
                            /** @default  */
                            contactPhone?: string;
                            /** @default  */
                            name?: string;
                        };
                        year: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LegalReport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rescreens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the runs of re-screening did, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Rescreen"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Screen the subjects again: whom changed lists, policy or facts can touch, or all of them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        full?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description null where one waits already */
                            job: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rescreens/{id}/touches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which change of the lists touched which subject in a run */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description Only of this list */
                    list?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["RescreenTouch"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long the organisation keeps what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionPolicy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change how long the organisation keeps what */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        auditYears: number;
                        /** @description Addresses and programs in the audit log */
                        originsDays: number;
                        reason: string;
                        /** @description Bodies of receipts; their hashes stay for good */
                        receiptsYears: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionPolicy"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase bodies of receipts; their hashes stay, and the log stays proven */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        ground: "retention-ended" | "law-requires";
                        reason: string;
                        sequences: number[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The receipt of the erasure itself */
                            receipt: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holds, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Hold"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Place a hold: nothing in its range is erased */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        from?: number | null;
                        reason: string;
                        /** @default null */
                        to?: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/holds/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Release a hold */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles, and what each and a key may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            keyPermissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            roles: {
                                permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/same-parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subjects that may be one party, and what was decided of such */
        get: {
            parameters: {
                query?: {
                    /** @description Those decided, in place of those that wait */
                    decided?: "true";
                    /** @description Only pairs with this subject */
                    subject?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SameParties"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Decide whether two subjects are one party */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SamePartyDecisionRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SamePartyDecision"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a party may be among the listed; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScreenRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScreenAnswer"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where, and what they may do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            email: string | null;
                            id: string;
                            /** @enum {string} */
                            kind: "person" | "key";
                            name: string;
                            organization: {
                                /** Format: date-time */
                                createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                demo: boolean;
                                id: string;
                                name: string;
                                /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                                story: boolean;
                            };
                            /** @description all that a person belongs to */
                            organizations: {
                                /** Format: date-time */
                                createdAt: string;
                                /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                                demo: boolean;
                                id: string;
                                name: string;
                                /** @enum {string} */
                                role: "owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer";
                                /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                                story: boolean;
                            }[];
                            permissions: ("match.use" | "checks.create" | "checks.read" | "subjects.read" | "subjects.write" | "alerts.read" | "alerts.assign" | "alerts.decide" | "alerts.second" | "suppressions.read" | "suppressions.write" | "reports.read" | "reports.write" | "lists.read" | "lists.update" | "receipts.read" | "audit.read" | "jobs.read" | "jobs.manage" | "export.read" | "policy.read" | "policy.write" | "policy.approve" | "retention.manage" | "webhooks.manage" | "keys.manage" | "people.read" | "people.manage" | "organization.read" | "organization.manage" | "waivers.read" | "waivers.write" | "waivers.decide" | "workers.read" | "workers.write" | "workers.decide" | "liaison.read" | "liaison.write" | "reunions.read" | "reunions.write")[];
                            /** @description null for a key: it has the permissions that it was given */
                            role: ("owner" | "admin" | "analyst" | "second-reviewer" | "auditor" | "developer") | null;
                            /** @description whether a second factor is set up; null for a key */
                            secondFactor: boolean | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Work in another of one's organisations from now on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        organizationId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            createdAt: string;
                            /** @description made at the first start to be looked at; sluice demo-data remove throws it away */
                            demo: boolean;
                            id: string;
                            name: string;
                            /** @description made for the telling of the story of 2019, and thrown away as a demonstration is */
                            story: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How one can sign in here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            identityProvider: {
                                id: string;
                                name: string;
                            } | null;
                            /** @enum {boolean} */
                            passkey: true;
                            /** @enum {boolean} */
                            password: true;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/story-organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the throw-away organisation in which the story of 2019 is told, with a link for each of its persons */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            readonly people: {
                                /** @enum {string} */
                                part: "applicant" | "reviewer" | "countersigner";
                                /** @description A link that opens once */
                                url: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subjects, in the order of their arrival */
        get: {
            parameters: {
                query?: {
                    businessLine?: string;
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description Part of the name or of your own number */
                    q?: string;
                    ref?: string;
                    /** @description Those taken out as well */
                    removed?: "true";
                    schema?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Subject"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Bring subjects in, at most 500 at once, and screen them; one whose ref stands already is updated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        subjects: components["schemas"]["SubjectRequestInput"][];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubjectsBrought"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One subject */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subject"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** State a subject's facts anew, and screen it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubjectRequestInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubjectsBrought"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a subject out of those that are screened; its history stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Subject"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files kept with a subject's alerts, and reports that follow from them, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                alertId: string;
                                /** @description ISO 8601, UTC */
                                at: string;
                                by: components["schemas"]["Actor"];
                                id: string;
                                /** @enum {string} */
                                kind: "file" | "report";
                                /** @description The file's own name, or the kind of the report */
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}/fronts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listed parties that a subject leads to over shared facts, and the signs of a front */
        get: {
            parameters: {
                query?: {
                    /** @description The day asked about; today where absent */
                    at?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Fronts"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last screenings of a subject and what came of them, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                /** @description ISO 8601, UTC */
                                at: string;
                                /**
                                 * @description What asked for it
                                 * @enum {string}
                                 */
                                channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
                                /** @description Alerts that it closed */
                                readonly closed: string[];
                                /** @description Those at or over the policy's threshold */
                                hits: number;
                                /** @description Listed parties that were near */
                                near: number;
                                /** @description Alerts that it opened */
                                readonly opened: string[];
                                /** @description Of the nearest */
                                score: number | null;
                                /** @description SHA-256 of the lists that it was screened on */
                                snapshot: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a subject's facts, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                /** @description ISO 8601, UTC */
                                at: string;
                                by: components["schemas"]["Actor"];
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                schema: string;
                                source: string;
                                version: number;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring subjects in by a file (CSV, XLSX, JSON lines): the body is the file */
        post: {
            parameters: {
                query: {
                    businessLine?: string;
                    /** @description What headers mean where they are not recognized: {"HEADER":"name"} as JSON */
                    map?: string;
                    /** @description The file's name; its ending says what it is: .csv, .xlsx, .jsonl */
                    name: string;
                    /** @description Schema of rows that state none */
                    schema?: string;
                    sheet?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubjectImport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subjects/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an import is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubjectImport"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** False positives that are remembered */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    entity?: string;
                    /** @description Only those neither revoked, lapsed nor ended */
                    holds?: "true";
                    limit?: number;
                    subject?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Suppression"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Remember that a subject is not a listed party */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The listed party that it is not */
                        entityId: string;
                        reason: string;
                        /** @description A stored subject */
                        subjectId: string;
                        until: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suppression"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suppression"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a suppression: what it kept quiet is asked about again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Suppression"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tuning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores of the own subjects and of what was decided, and the published operating curve */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Tuning"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tuning/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Subjects and listed parties whose score lies between two thresholds, the highest first */
        get: {
            parameters: {
                query: {
                    from: number;
                    until: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                alertId: string | null;
                                caption: string;
                                entityCaption: string | null;
                                entityId: string;
                                outcome: string | null;
                                score: number;
                                subjectId: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/verify/{letter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is this letter genuine, and may goods pass under it today? For whoever holds it, without an account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    letter: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LetterVerification"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved views of a page: the team's and one's own */
        get: {
            parameters: {
                query?: {
                    page?: "alerts" | "cases";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: components["schemas"]["SavedView"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Save a view under a name; one of the team needs alerts.assign */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        page: "alerts" | "cases";
                        /** @description What follows the ? of the page's address, as view=mine&order=score */
                        query: string;
                        /**
                         * @description Of the whole organisation; else of the caller alone
                         * @default false
                         */
                        team?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a view of one's own; one of the team needs alerts.assign */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Applications, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WaiverApplicationRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin an application */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        amends?: {
                            /** @enum {string} */
                            kind: "amendment" | "extension";
                            waiverId: string;
                        } | null;
                        /**
                         * @description Members of the file that are known already
                         * @default {}
                         */
                        file?: {
                            [key: string]: unknown;
                        };
                        title: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application: file, what is missing, how each authority’s course stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Save what was written: only the members that changed, as often as one types */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description The members that change; each takes the place of the one before
                         * @default {}
                         */
                        file?: {
                            [key: string]: unknown;
                        };
                        title?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/applicant-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question, give notice, appeal, or withdraw */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                        /** @enum {string} */
                        kind: "answered";
                        number: number;
                        template: string;
                    } | {
                        activitiesFrom: string;
                        /** @enum {string} */
                        kind: "noticed";
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "appealed";
                        reason: string;
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "withdrawn";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a file with an application: the body is the file, a PDF, PNG, JPEG or text */
        post: {
            parameters: {
                query: {
                    /** @description The item of the form that it belongs to */
                    item?: string;
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            application: components["schemas"]["WaiverApplication"];
                            attachment: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/attachments/{attachment}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file kept with an application */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    attachment: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Take a file out again; what an authority was given with the application stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    attachment: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            application: components["schemas"]["WaiverApplication"];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm another person’s proposal, which grants it, or send it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        confirms: boolean;
                        reason: string;
                        template: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read the annex’s lines from a table (the body is a CSV or XLSX file) */
        post: {
            parameters: {
                query: {
                    mode?: "replace" | "append";
                    /** @description Ends in .csv, .tsv or .xlsx */
                    name: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            application: components["schemas"]["WaiverApplication"];
                            readonly problems: {
                                problem: string;
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/office-acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What happens at the authority: forwarded, circulated, held, lifted, objected, asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        by: string;
                        /** @enum {string} */
                        kind: "forwarded";
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "circulated";
                        readonly members: string[];
                        template: string;
                        /** @default false */
                        urgent?: boolean;
                    } | {
                        /** @enum {string} */
                        kind: "consented";
                        member: string;
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "held";
                        member: string;
                        reason: string;
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "hold-extended";
                        member: string;
                        reason: string;
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "hold-lifted";
                        member: string;
                        template: string;
                    } | {
                        /** @enum {string} */
                        kind: "objected";
                        member: string;
                        reason: string;
                        template: string;
                    } | {
                        by: string;
                        /** @enum {string} */
                        kind: "asked";
                        number: number;
                        question: string;
                        template: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The letter that a proposal would give, as a draft, and what stands against it; nothing is kept */
        post: {
            parameters: {
                query?: {
                    format?: "json" | "pdf";
                    /** @description Of the paper */
                    language?: "en" | "ko";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        readonly proposal: {
                            approvedOn: string;
                            /** @default [] */
                            readonly conditions?: string[];
                            from: string;
                            readonly items: {
                                readonly hs?: string[];
                                line: string;
                                /** @enum {string} */
                                outcome: "approved" | "refused" | "further-review";
                                readonly quantity?: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                reason?: string;
                            }[];
                            /** @default [] */
                            readonly measures?: string[];
                            /** @default null */
                            parties?: string[] | null;
                            readonly periodLimits?: ({
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                line: string;
                                readonly max: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                /** @enum {string} */
                                of: "line";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                readonly max: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                                /** @enum {string} */
                                of: "value";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                max: number;
                                /** @enum {string} */
                                of: "shipments";
                            })[];
                            /** @default true */
                            publishRemaining?: boolean;
                            reason: string;
                            reference: string;
                            /** @default false */
                            returnsRestore?: boolean;
                            /** @default null */
                            route?: string[] | null;
                            /** @default null */
                            shipmentsMax?: number | null;
                            /** @default Decision recorded in this service */
                            source?: string;
                            until: string;
                            readonly valueMax?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        };
                        template: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description What it changes in the waiver that it amends */
                            readonly changes: string[];
                            /** @description Null where no line would be approved */
                            letter: {
                                approvedOn: string;
                                authority: string;
                                readonly conditions: string[];
                                from: string;
                                id: string;
                                issuedAt: string;
                                readonly issuer: {
                                    key: string;
                                    organization: string;
                                };
                                readonly lines: {
                                    readonly hs: string[];
                                    item: string;
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                readonly measures: string[];
                                parties: string[] | null;
                                reference: string;
                                replaces: string | null;
                                route: string[] | null;
                                shipmentsMax: number | null;
                                title: string;
                                /** @enum {string} */
                                type: "sluice-letter/1";
                                until: string;
                                valueMax: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                } | null;
                                verify: string;
                                version: number;
                                waiver: string;
                                zone: string;
                            } | null;
                            /** @description Why it cannot be proposed as it is */
                            readonly reasons: string[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose what is decided, line by line; another person confirms it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        readonly proposal: {
                            approvedOn: string;
                            /** @default [] */
                            readonly conditions?: string[];
                            from: string;
                            readonly items: {
                                readonly hs?: string[];
                                line: string;
                                /** @enum {string} */
                                outcome: "approved" | "refused" | "further-review";
                                readonly quantity?: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                reason?: string;
                            }[];
                            /** @default [] */
                            readonly measures?: string[];
                            /** @default null */
                            parties?: string[] | null;
                            readonly periodLimits?: ({
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                line: string;
                                readonly max: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                /** @enum {string} */
                                of: "line";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                readonly max: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                                /** @enum {string} */
                                of: "value";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                max: number;
                                /** @enum {string} */
                                of: "shipments";
                            })[];
                            /** @default true */
                            publishRemaining?: boolean;
                            reason: string;
                            reference: string;
                            /** @default false */
                            returnsRestore?: boolean;
                            /** @default null */
                            route?: string[] | null;
                            /** @default null */
                            shipmentsMax?: number | null;
                            /** @default Decision recorded in this service */
                            source?: string;
                            until: string;
                            readonly valueMax?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        };
                        template: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Screen every party of an application on the lists in force, on the spot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScreenedParties"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-applications/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Submit the file as it is to authorities; what is missing is told in words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        approvals: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverApplication"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How an authority’s course would stand at an instant after these events; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @description The instant asked about, in UTC
                         */
                        at: string;
                        /** @description In the order in which they happen */
                        readonly events: {
                            /** Format: date-time */
                            at: string;
                            event: {
                                readonly approvals: string[];
                                /** @enum {string} */
                                kind: "submitted";
                                version: number;
                            } | {
                                by: string;
                                /** @enum {string} */
                                kind: "forwarded";
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "circulated";
                                readonly members: string[];
                                template: string;
                                /** @default false */
                                urgent?: boolean;
                            } | {
                                /** @enum {string} */
                                kind: "consented";
                                member: string;
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "held";
                                member: string;
                                reason: string;
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "hold-extended";
                                member: string;
                                reason: string;
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "hold-lifted";
                                member: string;
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "objected";
                                member: string;
                                reason: string;
                                template: string;
                            } | {
                                by: string;
                                /** @enum {string} */
                                kind: "asked";
                                number: number;
                                question: string;
                                template: string;
                            } | {
                                answer: string;
                                /** @enum {string} */
                                kind: "answered";
                                number: number;
                                template: string;
                            } | {
                                activitiesFrom: string;
                                /** @enum {string} */
                                kind: "noticed";
                                template: string;
                            } | {
                                decision: string;
                                /** @enum {string} */
                                kind: "proposed";
                                template: string;
                            } | {
                                decision: string;
                                /** @enum {string} */
                                kind: "sent-back";
                                reason: string;
                                template: string;
                            } | {
                                decision: string;
                                readonly items: {
                                    readonly hs?: string[];
                                    line: string;
                                    /** @enum {string} */
                                    outcome: "approved" | "refused" | "further-review";
                                    readonly quantity?: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                    reason?: string;
                                }[];
                                /** @enum {string} */
                                kind: "decided";
                                /** @enum {string} */
                                outcome: "approved" | "refused" | "further-review";
                                template: string;
                                waiver: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "appealed";
                                reason: string;
                                template: string;
                            } | {
                                /** @enum {string} */
                                kind: "withdrawn";
                                reason: string;
                            };
                        }[];
                        template: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApprovalCourse"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller gets reminders of reports by mail */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False where the service has no mail server */
                            isSetUp: boolean;
                            /** @description Whether the caller gets reminders of reports by mail */
                            wanted: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Get reminders of reports by mail, or get none */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        wanted: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description False where the service has no mail server */
                            isSetUp: boolean;
                            /** @description Whether the caller gets reminders of reports by mail */
                            wanted: boolean;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would I need to send this? The approvals with their reasons, and the form begun */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        at?: string;
                        /**
                         * @description The Inter-Korean Cooperation Fund pays
                         * @default false
                         */
                        fundMoney?: boolean;
                        readonly transaction: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        };
                        /**
                         * @description A non-governmental organisation that US rules bind asks
                         * @default false
                         */
                        usNgo?: boolean;
                        /** @description Asked as if these were held, in place of those that the organisation holds */
                        waivers?: {
                            approvedOn: string;
                            authority: string;
                            /** @default [] */
                            readonly conditions?: string[];
                            from: string;
                            readonly lines: {
                                readonly hs: string[];
                                item: string;
                                line: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            readonly measures: string[];
                            parties: string[] | null;
                            readonly periodLimits?: ({
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                line: string;
                                readonly max: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                /** @enum {string} */
                                of: "line";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                readonly max: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                                /** @enum {string} */
                                of: "value";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                max: number;
                                /** @enum {string} */
                                of: "shipments";
                            })[];
                            reference: string;
                            /** @default null */
                            revokedOn?: string | null;
                            route: string[] | null;
                            shipmentsMax: number | null;
                            source: string;
                            readonly suspensions?: {
                                from: string;
                                reason: string;
                                until: string | null;
                            }[];
                            title: string;
                            until: string;
                            /** @default [] */
                            readonly uses?: {
                                date: string;
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reference: string;
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            readonly valueMax?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                            zone?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description The application's file as it can be begun */
                            readonly file: {
                                /** @default  */
                                antiDiversion: string;
                                readonly applicant: {
                                    /** @default  */
                                    contact: string;
                                    /** @default null */
                                    country: string | null;
                                    /** @default [] */
                                    readonly exemptions: {
                                        approvedOn: string;
                                        reference: string;
                                    }[];
                                    /** @default null */
                                    kind: ("member-state" | "un-agency" | "red-cross-or-ioc" | "international-organization" | "ngo" | "company") | null;
                                    /** @default  */
                                    name: string;
                                    /** @default  */
                                    trackRecord: string;
                                };
                                /** @default [] */
                                readonly approvals: string[];
                                /** @default  */
                                beneficiaryCriteria: string;
                                /** @default  */
                                changes: string;
                                /** @default  */
                                description: string;
                                /** @default  */
                                earlierCases: string;
                                /** @default false */
                                emergency: boolean;
                                /** @default  */
                                emergencyReason: string;
                                /** @default null */
                                from: string | null;
                                /** @default null */
                                goingFrom: string | null;
                                /** @default null */
                                goingTo: string | null;
                                /** @default [] */
                                readonly lines: {
                                    /** @default null */
                                    controlNumber: string | null;
                                    /** @default null */
                                    hs: string | null;
                                    /** @default  */
                                    item: string;
                                    line: string;
                                    /** @default  */
                                    maker: string;
                                    /** @default null */
                                    origin: string | null;
                                    /** @default null */
                                    quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    } | null;
                                    /** @default null */
                                    shipment: number | null;
                                    /** @default null */
                                    shipOn: string | null;
                                    /** @default  */
                                    specification: string;
                                    /** @default  */
                                    supplier: string;
                                    /** @default null */
                                    unitValue: {
                                        amount: string;
                                        currency: string;
                                        scale: number;
                                    } | null;
                                }[];
                                /** @default  */
                                nature: string;
                                /** @default false */
                                noPayments: boolean;
                                /** @default null */
                                notifiedStateOn: string | null;
                                /** @default [] */
                                readonly parties: {
                                    /** @default {} */
                                    readonly properties: {
                                        [key: string]: string[];
                                    };
                                    /** @enum {string} */
                                    role: "applicant" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "bank" | "consignee" | "end-user" | "other";
                                    /** @default LegalEntity */
                                    schema: string;
                                }[];
                                /** @default [] */
                                readonly payments: {
                                    /** @default null */
                                    amount: {
                                        amount: string;
                                        currency: string;
                                        scale: number;
                                    } | null;
                                    /** @default [] */
                                    readonly banks: string[];
                                    /** @default null */
                                    on: string | null;
                                    /** @default  */
                                    payee: string;
                                    /** @default  */
                                    payer: string;
                                }[];
                                /** @default  */
                                periodReason: string;
                                /** @default [] */
                                readonly provisions: string[];
                                /** @default  */
                                reason: string;
                                /** @default [] */
                                readonly recipients: {
                                    /** @default  */
                                    name: string;
                                    /** @default  */
                                    place: string;
                                }[];
                                /** @default null */
                                route: ("member-state" | "resident-coordinator" | "secretary" | "direct") | null;
                                /** @default null */
                                statedTotal: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                } | null;
                                /** @default [] */
                                readonly transfers: {
                                    /** @default  */
                                    departure: string;
                                    /** @default  */
                                    entry: string;
                                    /** @default null */
                                    from: string | null;
                                    /** @default  */
                                    method: string;
                                    /** @default [] */
                                    readonly route: string[];
                                    /** @default null */
                                    until: string | null;
                                }[];
                                /** @default null */
                                until: string | null;
                            };
                            /** @description What no approval here lifts, and doubts that come before any application */
                            readonly first: string[];
                            readonly needs: components["schemas"]["WaiverNeed"][];
                            verdict: components["schemas"]["Verdict"];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare our ledgers with an authority’s or customs’ usage file (the body is CSV); nothing is changed */
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            agrees: boolean;
                            readonly lines: components["schemas"]["LedgerDrift"][];
                            readonly problems: {
                                problem: string;
                                row: number;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that authorities expect on waivers, those due first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                /** @description YYYY-MM-DD */
                                dueOn: string;
                                key: string;
                                /** @enum {string} */
                                kind: "delivery" | "implementation" | "diversion-risk";
                                reference: string | null;
                                /** @enum {string} */
                                state: "upcoming" | "due-soon" | "overdue" | "filed";
                                waiver: string;
                                waiverId: string;
                                words: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds of approval that there are, with form, procedure and days */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly calendars: {
                                /** @enum {string} */
                                basis: "read" | "background";
                                id: string;
                                name: string;
                                readonly years: number[];
                                zone: string;
                            }[];
                            readonly templates: components["schemas"]["WaiverTemplate"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiver-tour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The video reunion of 2019 step by step: what to ask for each day, and what must be answered */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverTour"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waivers with what is left of each line, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WaiverRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record a waiver that an authority gave elsewhere; it counts when another person has confirmed it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @description Parties with more facts than their names, to be screened by
                         * @default []
                         */
                        readonly parties?: {
                            readonly properties: {
                                [key: string]: string[];
                            };
                            schema: string;
                        }[];
                        /**
                         * @description Whether goods that come back can be drawn again
                         * @default false
                         */
                        returnsRestore?: boolean;
                        /** @description What the authority's letter says, as `sluice check --waiver` takes it */
                        readonly waiver: {
                            approvedOn: string;
                            authority: string;
                            /** @default [] */
                            readonly conditions?: string[];
                            from: string;
                            readonly lines: {
                                readonly hs: string[];
                                item: string;
                                line: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            readonly measures: string[];
                            parties: string[] | null;
                            readonly periodLimits?: ({
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                line: string;
                                readonly max: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                /** @enum {string} */
                                of: "line";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                readonly max: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                                /** @enum {string} */
                                of: "value";
                            } | {
                                /** @enum {string} */
                                each: "day" | "month" | "year";
                                max: number;
                                /** @enum {string} */
                                of: "shipments";
                            })[];
                            reference: string;
                            /** @default null */
                            revokedOn?: string | null;
                            route: string[] | null;
                            shipmentsMax: number | null;
                            source: string;
                            readonly suspensions?: {
                                from: string;
                                reason: string;
                                until: string | null;
                            }[];
                            title: string;
                            until: string;
                            /** @default [] */
                            readonly uses?: {
                                date: string;
                                readonly lines: {
                                    line: string;
                                    readonly quantity: {
                                        amount: string;
                                        scale: number;
                                        unit: string;
                                    };
                                }[];
                                reference: string;
                                readonly value?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            readonly valueMax?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                            zone?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverPermission"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One waiver, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverPermission"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm another person’s record after comparing it with the letter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverPermission"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of a waiver’s ledger, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LedgerEntry"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Reserve, draw, commit, release, return or correct on one waiver */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @description Names the request: sent again with the same key, it is done once and answered the same */
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "reserve";
                        readonly lines: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        /** @default 4320 */
                        minutes?: number;
                        /** @default [] */
                        readonly parties?: string[];
                        reference: string;
                        /** @default [] */
                        readonly route?: string[];
                        readonly value?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                    } | {
                        /** @enum {string} */
                        kind: "draw";
                        readonly lines: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        /** @default [] */
                        readonly parties?: string[];
                        reference: string;
                        /** @default [] */
                        readonly route?: string[];
                        readonly value?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                    } | {
                        /** @default false */
                        final?: boolean;
                        /** @enum {string} */
                        kind: "commit";
                        readonly lines?: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        reservation: string;
                        readonly value?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                    } | {
                        /** @enum {string} */
                        kind: "release";
                        readonly lines?: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        reason?: string;
                        reservation: string;
                        readonly value?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                    } | {
                        /** @enum {string} */
                        kind: "return";
                        readonly lines: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        reason: string;
                        reservation: string;
                    } | {
                        /** @enum {string} */
                        direction: "more" | "less";
                        /** @enum {string} */
                        kind: "correct";
                        readonly lines: {
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        reason: string;
                        reservation: string;
                        readonly value?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerAnswer"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A waiver’s letter with its annex: PDF, signed JSON, or a verifiable credential (W3C VC 2.0) */
        get: {
            parameters: {
                query?: {
                    format?: "pdf" | "json" | "vc";
                    /** @description Of the paper; what is signed has none */
                    language?: "en" | "ko";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that a report was filed with the authority */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                        filedOn: string;
                        /** @enum {string} */
                        kind: "delivery" | "implementation" | "diversion-risk";
                        /**
                         * @description The shipment that it is of
                         * @default null
                         */
                        reference?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverPermission"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is reserved of a waiver now, those that end first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: components["schemas"]["OpenReservation"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waivers/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend, reinstate, revoke or surrender a waiver; what was drawn stays drawn */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "suspended" | "reinstated" | "revoked" | "surrendered";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaiverPermission"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Webhooks of the organisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Webhook"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a webhook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewWebhookInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Shown this once: keep it where the receiver reads it */
                            secret: string;
                            webhook: components["schemas"]["Webhook"];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a webhook away */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a webhook, or turn it off or on */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookChangeInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhook"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was told, and what it met */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WebhookDelivery"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell it again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    deliveryId: string;
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret; the one before stays good for a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            earlierUntil: string;
                            /** @description Shown this once: keep it where the receiver reads it */
                            secret: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            eventId: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker-replies/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the questions of a link, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        readonly answers: {
                            id: string;
                            words: string;
                        }[];
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker-replies/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The questions of a link, for whoever holds it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 8601, UTC */
                            expiresAt: string;
                            /** @enum {string} */
                            language: "en" | "ko";
                            readonly questions: {
                                id: string;
                                words: string;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account: its facts, its flags with their evidence, its cases */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerAccount"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cases, the newest first */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    assignee?: string;
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    order?: "newest" | "risk" | "due";
                    /** @description Part of an account's name */
                    q?: string;
                    standing?: "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";
                    /** @description Whose turn it is; `mine` are the caller's */
                    view?: "mine" | "open" | "second" | "decided" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WorkerCaseRow"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A case: its accounts and what connects them, the evidence in the order of time, the questions, lists and links */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCase"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a case to a person, and set a due day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        dueOn?: string | null;
                        to: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide: block (another person must confirm), clear, or watch */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "block" | "clear" | "watch";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the accounts of a case did, as it was told, the newest first */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                account: string;
                                /** @description ISO 8601, UTC */
                                at: string;
                                body: {
                                    [key: string]: unknown;
                                };
                                id: string;
                                /** @enum {string} */
                                kind: "account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company";
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tick an item of the checklist or the playbook */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        done: boolean;
                        item: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a note */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer one of the questions that only a person can answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account: string;
                        /** @enum {string} */
                        answer: "yes" | "no" | "unclear";
                        rule: string;
                        /** @default  */
                        words?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a decided case again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link by which the worker can see questions and answer them
         * @description The link shows the questions and nothing of the case. It is given out here once, expires, and can be taken back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account: string;
                        /** @default 14 */
                        days?: number;
                        /**
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "ko";
                        /** @description What is asked; the usual questions where it is left out. They ask and do not accuse. */
                        questions?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reply: components["schemas"]["WorkerReply"];
                            url: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/replies/{reply}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a link back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    reply: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reports that may follow, as far as the case fills them in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: components["schemas"]["CaseReport"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/reports/{report}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of these reports as a document */
        get: {
            parameters: {
                query?: {
                    format?: "pdf" | "csv" | "json";
                    /** @description Of the PDF; the others are data */
                    language?: "en" | "ko";
                };
                header?: never;
                path: {
                    id: string;
                    report: "ic3" | "sar" | "ofac-blocked" | "ofac-rejected" | "kr-111" | "uk-ofsi";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/reports/{report}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the draft of an OFAC report at the desk of reports
         * @description From the payouts of the case; where a draft stands, it is given and nothing changes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    report: "ofac-blocked" | "ofac-rejected";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dueOn: string;
                            id: string;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/{id}/second": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a block as the second person, or disagree */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        agrees: boolean;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkerCaseRow"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/cases/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cases wait, and for whom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            decided: number;
                            mine: number;
                            open: number;
                            second: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom flags fall on, by the country that accounts claim: so that a bias shows */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly items: {
                                accounts: number;
                                country: string | null;
                                flagged: number;
                                inCases: number;
                            }[];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell events of accounts: one or many, in the common model or as Okta, Entra, Google, GitHub, Stripe or PayPal write them
         * @description An event is known by its id: told again it changes nothing, so that a request can be sent twice. Records that cannot be read are refused by their place, and the others are taken.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        event?: unknown;
                        events?: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Accounts that are judged again */
                            readonly accounts: string[];
                            /** @description Understood, and nothing that a rule asks for */
                            passedOver: number;
                            readonly refused: {
                                /** @description From 1 */
                                index: number;
                                reason: string;
                            }[];
                            /** @description Told before under the same id: nothing changed */
                            repeated: number;
                            taken: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/events/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a file of events (CSV, JSON lines, a JSON document): the body is the file
         * @description Rows that cannot be read are refused by their line, and the others are taken. The same file told again changes nothing.
         */
        post: {
            parameters: {
                query: {
                    /** @description What a table's rows are, where neither a column nor the mapping says it */
                    kind?: "account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company";
                    /** @description JSON: kind, columns from the event's member to the table's column, constants */
                    mapping?: string;
                    /** @description The file's name; its ending says what it is: .csv, .tsv, .txt are tables, all else is JSON */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            passedOver: number;
                            refused: number;
                            readonly refusedRows: {
                                line: number;
                                reason: string;
                            }[];
                            repeated: number;
                            taken: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/events/file/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the beginning of a file shows of it: its columns, and what each can be
         * @description Nothing is taken. The body is the file's beginning, a line or more.
         */
        post: {
            parameters: {
                query: {
                    /** @description The file's name; its ending says what it is: .csv, .tsv, .txt are tables, all else is JSON */
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventFileHead"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell events as a stream: application/x-ndjson, a JSON object on each line
         * @description Taken in transactions of a thousand lines. A stream that breaks off is sent again from its beginning: what was taken is not taken twice.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            passedOver: number;
                            refused: number;
                            readonly refusedRows: {
                                line: number;
                                reason: string;
                            }[];
                            repeated: number;
                            taken: number;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts that are held, or were */
        get: {
            parameters: {
                query?: {
                    account?: string;
                    /** @description `next` of the page before */
                    cursor?: string;
                    limit?: number;
                    /** @description Only those that still are */
                    open?: "true";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["PayoutHold"][];
                            next: string | null;
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Hold a payout */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        account: string;
                        /** @default null */
                        amount?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        } | null;
                        reason: string;
                        reference: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayoutHold"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payout that is or was held */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayoutHold"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/holds/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a hold: the money is paid out, blocked by law, or given back
         * @description Money is paid out only after the account's case was decided otherwise than by a block.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        ending: "released" | "blocked" | "returned";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PayoutHold"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The red flags: what each says, who says so, its thresholds and what it reads */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            hash: string;
                            readonly items: components["schemas"]["RedFlagRule"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasets served, with their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            current: string[];
                            datasets: ({
                                name: string;
                                title: string;
                                version: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            index_stale: boolean;
                            outdated: string[];
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** May this go through? One transaction or many, decided and kept */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Names the request: sent again with the same key, it gets the same checks and makes no others */
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The day or instant (ISO 8601, UTC) that the answer is for; now where it is left out */
                        at?: string;
                        readonly transaction?: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        };
                        transactions?: {
                            readonly capUses?: {
                                measure: string;
                                period: string;
                                source: string;
                                readonly used: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            /** @default [] */
                            readonly claims?: {
                                about: string;
                                evidence: string;
                                /** @enum {string} */
                                exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                            }[];
                            /** @default null */
                            from?: string | null;
                            /** @default null */
                            funds?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            } | null;
                            /** @default [] */
                            readonly goods?: {
                                readonly controls?: "ear"[];
                                description: string;
                                hs: string | null;
                                line: string;
                                origin?: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                readonly unitValue?: {
                                    amount: string;
                                    currency: string;
                                    scale: number;
                                };
                            }[];
                            /** @default [] */
                            readonly jurisdictions?: string[];
                            /** @enum {string} */
                            kind: "payment" | "shipment" | "hire" | "project" | "party";
                            readonly parties: {
                                id?: string;
                                readonly properties: {
                                    [key: string]: string[];
                                };
                                readonly records?: {
                                    readonly parties: {
                                        id: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                        seen: string | null;
                                    }[];
                                    readonly same: {
                                        a: string;
                                        b: string;
                                        reason: string;
                                    }[];
                                    self: string;
                                    readonly sharers: {
                                        fact: string;
                                        parties: number;
                                    }[];
                                };
                                readonly redFlags?: {
                                    readonly accounts: string[];
                                    case?: string;
                                    readonly flags: {
                                        account: string;
                                        readonly evidence: {
                                            account: string;
                                            at: string | null;
                                            fact: string;
                                            value: string;
                                        }[];
                                        on: string | null;
                                        rule: string;
                                        words: string;
                                    }[];
                                };
                                readonly related?: {
                                    from?: string;
                                    /** @enum {string} */
                                    interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                    of?: string;
                                    /** @enum {string} */
                                    relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                    share?: string;
                                    source?: string;
                                    readonly subject: {
                                        id?: string;
                                        readonly properties: {
                                            [key: string]: string[];
                                        };
                                        schema: string;
                                    };
                                    until?: string;
                                }[];
                                /** @enum {string} */
                                role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                                roleNote?: string;
                                schema: string;
                            }[];
                            purpose: string;
                            reference: string;
                            /** @default [] */
                            readonly route?: string[];
                            /** @default [] */
                            readonly services?: {
                                description: string;
                                /** @enum {string} */
                                kind: "it-work" | "labour" | "financial" | "transport" | "other";
                                line: string;
                            }[];
                            /** @default null */
                            to?: string | null;
                            /** @default [] */
                            readonly waivers?: string[];
                        }[];
                        /**
                         * @description Waivers that the transaction relies on, as `sluice check --waiver` takes them
                         * @default []
                         */
                        waivers?: unknown[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"] | {
                            readonly checks: components["schemas"]["Check"][];
                        };
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A check with its verdict */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"];
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/checks/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The receipt of a check, byte for byte, for `sluice replay` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A document */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": unknown;
                    };
                };
                /** @description What is wrong, and what to do */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entity, with what belongs to it */
        get: {
            parameters: {
                query?: {
                    nested?: boolean;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteEntity"];
                    };
                };
                /** @description Default Response */
                308: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}/adjacent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entity is linked to, property by property */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adjacent: {
                                [key: string]: {
                                    limit: number;
                                    offset: number;
                                    results: unknown[];
                                    total: {
                                        relation: string;
                                        value: number;
                                    };
                                };
                            };
                            entity: components["schemas"]["YenteEntity"];
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entities/{id}/adjacent/{property}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an entity is linked to by one property */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                };
                header?: never;
                path: {
                    id: string;
                    property: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            limit: number;
                            offset: number;
                            results: unknown[];
                            total: {
                                relation: string;
                                value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The datasets served, with their versions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            current: string[];
                            datasets: ({
                                name: string;
                                title: string;
                                version: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            index_stale: boolean;
                            outdated: string[];
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/match/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom each example may be */
        post: {
            parameters: {
                query?: {
                    algorithm?: string;
                    changed_since?: string;
                    cutoff?: number;
                    exclude_dataset?: string[];
                    exclude_entity_ids?: string[];
                    exclude_schema?: string[];
                    include_dataset?: string[];
                    limit?: number;
                    threshold?: number;
                    topics?: string[];
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        config?: {
                            [key: string]: unknown;
                        };
                        queries: {
                            [key: string]: components["schemas"]["YenteExampleInput"];
                        };
                        weights?: {
                            [key: string]: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            limit: number;
                            responses: {
                                [key: string]: {
                                    query: components["schemas"]["YenteExample"];
                                    results: components["schemas"]["YenteScoredEntity"][];
                                    status: number;
                                    total: {
                                        relation: string;
                                        value: number;
                                    };
                                };
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data is open, and how the last update went */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                            update: {
                                at: string | null;
                                ok: boolean;
                                problem: string | null;
                            };
                        };
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the reconciliation service offers (W3C Reconciliation 0.2) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            versions: string[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        /** Reconciles texts, or extends rows by properties; a form with queries or extend */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/extend/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Properties by which rows can be extended */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    type?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            properties: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/entity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/property": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconcile/{dataset}/suggest/type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a prefix may become */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    prefix?: string;
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: unknown[];
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entities that a text finds */
        get: {
            parameters: {
                query?: {
                    changed_since?: string;
                    countries?: string[];
                    datasets?: string[];
                    exclude_dataset?: string[];
                    exclude_schema?: string[];
                    facets?: string[];
                    filter?: string[];
                    filter_op?: "OR" | "AND";
                    fuzzy?: boolean;
                    include_dataset?: string[];
                    limit?: number;
                    offset?: number;
                    q?: string;
                    schema?: string;
                    simple?: boolean;
                    /** @description field:asc or field:desc */
                    sort?: string[];
                    topics?: string[];
                };
                header?: never;
                path: {
                    /** @description Dataset or collection, such as default */
                    dataset: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            facets: {
                                [key: string]: {
                                    label: string;
                                    values: {
                                        count: number;
                                        label: string;
                                        name: string;
                                    }[];
                                };
                            };
                            limit: number;
                            offset: number;
                            results: components["schemas"]["YenteEntity"][];
                            total: {
                                relation: string;
                                value: number;
                            };
                        };
                    };
                };
                /** @description Default Response */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/updatez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the data anew */
        post: {
            parameters: {
                query?: {
                    sync?: boolean;
                    token?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            status: string;
                        };
                    };
                };
                /** @description Default Response */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
                /** @description Default Response */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["YenteError"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountLink: {
            from: string;
            /** @enum {string} */
            kind: "ip" | "device" | "payout" | "wallet" | "document" | "document-image" | "photo" | "phone" | "email" | "resume" | "words" | "rater" | "delivery" | "author";
            /** @description Of a device: in how many hours both were seen */
            sameHours?: number;
            strength: number;
            to: string;
            value: string;
        };
        AccountLinkInput: {
            from: string;
            /** @enum {string} */
            kind: "ip" | "device" | "payout" | "wallet" | "document" | "document-image" | "photo" | "phone" | "email" | "resume" | "words" | "rater" | "delivery" | "author";
            /** @description Of a device: in how many hours both were seen */
            sameHours?: number;
            strength: number;
            to: string;
            value: string;
        };
        Activity: {
            readonly days: {
                /** @description Opened */
                alerts: number;
                batchRows: number;
                /** @description Checks with this answer */
                clear: number;
                /** @description YYYY-MM-DD */
                day: string;
                falsePositives: number;
                permitted: number;
                prohibited: number;
                refer: number;
                /** @description Subjects screened again */
                rescreened: number;
                /** @description New subjects */
                subjects: number;
                /** @description Decided so */
                trueMatches: number;
            }[];
            /** @description YYYY-MM-DD */
            from: string;
            readonly lists: {
                /** @description On the last day of the span */
                ageDays: number;
                /** @description YYYY-MM-DD */
                edition: string;
                id: string;
                title: string;
            }[];
            readonly people: {
                decided: number;
                falsePositives: number;
                id: string;
                /** @description From the alert to the decision */
                medianMinutes: number | null;
                name: string;
                seconded: number;
                trueMatches: number;
                undone: number;
            }[];
            readonly receipts: {
                /** @description Up to which the log is signed; null where it never was */
                signed: number | null;
                size: number;
            };
            readonly speed: {
                decided: number;
                /** @description After the due day */
                late: number;
                medianMinutes: number | null;
                p90Minutes: number | null;
            };
            /** @description YYYY-MM-DD */
            to: string;
            /** @description At this moment */
            readonly waiting: {
                open: number;
                overdue: number;
                second: number;
            };
        };
        ActivityInput: {
            readonly days: {
                /** @description Opened */
                alerts: number;
                batchRows: number;
                /** @description Checks with this answer */
                clear: number;
                /** @description YYYY-MM-DD */
                day: string;
                falsePositives: number;
                permitted: number;
                prohibited: number;
                refer: number;
                /** @description Subjects screened again */
                rescreened: number;
                /** @description New subjects */
                subjects: number;
                /** @description Decided so */
                trueMatches: number;
            }[];
            /** @description YYYY-MM-DD */
            from: string;
            readonly lists: {
                /** @description On the last day of the span */
                ageDays: number;
                /** @description YYYY-MM-DD */
                edition: string;
                id: string;
                title: string;
            }[];
            readonly people: {
                decided: number;
                falsePositives: number;
                id: string;
                /** @description From the alert to the decision */
                medianMinutes: number | null;
                name: string;
                seconded: number;
                trueMatches: number;
                undone: number;
            }[];
            readonly receipts: {
                /** @description Up to which the log is signed; null where it never was */
                signed: number | null;
                size: number;
            };
            readonly speed: {
                decided: number;
                /** @description After the due day */
                late: number;
                medianMinutes: number | null;
                p90Minutes: number | null;
            };
            /** @description YYYY-MM-DD */
            to: string;
            /** @description At this moment */
            readonly waiting: {
                open: number;
                overdue: number;
                second: number;
            };
        };
        Actor: {
            id: string;
            /** @enum {string} */
            kind: "person" | "key" | "system";
            name: string;
        };
        ActorInput: {
            id: string;
            /** @enum {string} */
            kind: "person" | "key" | "system";
            name: string;
        };
        Alert: {
            assignee: string | null;
            readonly attachments: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
                id: string;
                mediaType: string;
                name: string;
                sha256: string;
                size: number;
            }[];
            /** @enum {string} */
            channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
            /** @description ISO 8601, UTC */
            createdAt: string;
            decision: {
                /** @enum {string} */
                action: "block" | "reject" | "release" | "freeze" | "report" | "none";
                /** @description The steps answered suggested another outcome */
                againstSteps: boolean;
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
                decision: string;
                legalAuthority: string | null;
                narrative: string;
                /** @enum {string} */
                outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
                /** @enum {string} */
                reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
                secondNeeded: boolean;
                suppressUntil: string | null;
                undoMinutes: number;
            } | null;
            dueOn: string | null;
            /** @description Earlier alerts of the same subject and listed party, the newest first */
            readonly earlier: {
                /** @description ISO 8601, UTC */
                createdAt: string;
                id: string;
                narrative: string | null;
                outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
                /** @enum {string} */
                phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
                round: number;
            }[];
            readonly events: components["schemas"]["AlertEvent"][];
            /** @description The facts of both sides beside each other */
            readonly facts: {
                fact: string;
                readonly listed: string[];
                readonly ours: string[];
                /** @description null where one side does not state it */
                same: boolean | null;
            }[];
            finalAt: string | null;
            id: string;
            readonly listed: {
                caption: string;
                id: string;
                readonly lists: string[];
                schema: string;
            };
            nextStep: number | null;
            outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            overdue: boolean;
            /** @enum {string} */
            phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
            /** @description Features that speak for the hit, the weightiest first */
            readonly reasons: string[];
            /** @description The hit as it was when it was found; never changed */
            readonly record: {
                /** @enum {string} */
                channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
                check: {
                    about: string;
                    id: string;
                    words: string;
                } | null;
                engine: string;
                readonly features: components["schemas"]["Feature"][];
                readonly listed: {
                    caption: string;
                    readonly facts: {
                        [key: string]: string[];
                    };
                    fingerprint: string;
                    id: string;
                    readonly listings: {
                        edition: string | null;
                        entry: string;
                        /** @description SHA-256 of the edition's files */
                        readonly files: string[];
                        list: string;
                        listedOn: string | null;
                        readonly programmes: string[];
                        /** @enum {string} */
                        state: "listed" | "not-yet-listed" | "delisted" | "unknown";
                        title: string;
                    }[];
                    schema: string;
                };
                name: {
                    /** @enum {string} */
                    kind: "name" | "alias" | "weakAlias" | "previousName";
                    listed: string;
                    query: string;
                } | null;
                policyVersion: number;
                score: number;
                snapshot: string;
                readonly subject: {
                    businessLine: string | null;
                    caption: string;
                    readonly facts: {
                        [key: string]: string[];
                    };
                    fingerprint: string;
                    id: string | null;
                    readonly properties: {
                        [key: string]: string[];
                    };
                    ref: string | null;
                    schema: string;
                    version: number | null;
                };
                threshold: number;
                /** @description What kinds of evidence counted for, where the policy says otherwise than was measured */
                weights?: components["schemas"]["EvidenceWeights"];
            };
            readonly reports: {
                /** @description YYYY-MM-DD */
                dueOn: string;
                id: string;
                /** @enum {string} */
                kind: "blocked-property" | "rejected-transaction" | "unblocked-property" | "annual-blocked-property";
            }[];
            round: number;
            score: number;
            secondedBy: components["schemas"]["Actor"] | null;
            readonly steps: {
                readonly answers: {
                    answer: string;
                    /** @enum {string} */
                    leads: "next" | "true-match" | "false-positive" | "undetermined" | "escalated";
                    words: string;
                }[];
                given: string | null;
                guidance: string;
                /** @description What the record says about it */
                hint: string;
                question: string;
                step: number;
            }[];
            readonly subject: {
                caption: string;
                id: string | null;
                ref: string | null;
                schema: string;
            };
            suggests: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            readonly suppressions: {
                id: string;
                state: string;
                /** @description YYYY-MM-DD */
                until: string;
                words: string | null;
            }[];
            /** @description For If-Match */
            version: string;
            /** @description The weightiest reason, in a sentence */
            why: string;
            /** @description Which words of the two names met, and how */
            readonly words: {
                /** @description null where one side has nothing for it */
                how: ("none" | "exact" | "joined" | "romanization" | "nickname" | "abbreviation" | "skeleton" | "initial" | "edit" | "sound") | null;
                listed: string | null;
                listedFrom: string | null;
                /** @description One in so many parties bears the word */
                oneIn: number | null;
                ours: string | null;
                /** @description Letters of another script that it was read from */
                oursFrom: string | null;
            }[];
            /** @description Facts that would take the score below the threshold */
            readonly wouldChange: string[];
        };
        AlertCounts: {
            escalated: number;
            mine: number;
            overdue: number;
            /** @description Decisions of others that await a second person */
            second: number;
            /** @description All that await a decision */
            team: number;
            unassigned: number;
        };
        AlertCountsInput: {
            escalated: number;
            mine: number;
            overdue: number;
            /** @description Decisions of others that await a second person */
            second: number;
            /** @description All that await a decision */
            team: number;
            unassigned: number;
        };
        AlertEvent: {
            /** @description ISO 8601, UTC */
            at: string;
            /** @enum {string} */
            because: "new-hit" | "suppression-lapsed" | "hit-again" | "check";
            by: components["schemas"]["Actor"];
            /** @description YYYY-MM-DD */
            dueOn: string;
            /** @constant */
            kind: "opened";
            receipt: number | null;
            words: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            dueOn: string | null;
            /** @constant */
            kind: "assigned";
            receipt: number | null;
            to: string | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            /** @constant */
            kind: "noted";
            receipt: number | null;
            text: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            attachment: string;
            by: components["schemas"]["Actor"];
            /** @constant */
            kind: "attached";
            name: string;
            receipt: number | null;
        } | {
            answer: string;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            /** @constant */
            kind: "answered";
            receipt: number | null;
            step: number;
            words: string;
        } | {
            /** @enum {string} */
            action: "block" | "reject" | "release" | "freeze" | "report" | "none";
            /** @description The steps answered suggested another outcome */
            againstSteps: boolean;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            decision: string;
            /** @constant */
            kind: "decided";
            legalAuthority: string | null;
            narrative: string;
            /** @enum {string} */
            outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
            /** @enum {string} */
            reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
            receipt: number | null;
            secondNeeded: boolean;
            suppressUntil: string | null;
            undoMinutes: number;
        } | {
            agrees: boolean;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            decision: string;
            /** @constant */
            kind: "seconded";
            narrative: string;
            receipt: number | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            decision: string;
            /** @constant */
            kind: "undone";
            reason: string;
            receipt: number | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            /** @enum {string} */
            cause: "listing-removed" | "no-hit-any-more" | "subject-removed";
            /** @constant */
            kind: "closed";
            receipt: number | null;
            words: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            /** @constant */
            kind: "seen-again";
            receipt: number | null;
            words: string;
        };
        AlertEventInput: {
            /** @description ISO 8601, UTC */
            at: string;
            /** @enum {string} */
            because: "new-hit" | "suppression-lapsed" | "hit-again" | "check";
            by: components["schemas"]["ActorInput"];
            /** @description YYYY-MM-DD */
            dueOn: string;
            /** @constant */
            kind: "opened";
            receipt: number | null;
            words: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            dueOn: string | null;
            /** @constant */
            kind: "assigned";
            receipt: number | null;
            to: string | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            /** @constant */
            kind: "noted";
            receipt: number | null;
            text: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            attachment: string;
            by: components["schemas"]["ActorInput"];
            /** @constant */
            kind: "attached";
            name: string;
            receipt: number | null;
        } | {
            answer: string;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            /** @constant */
            kind: "answered";
            receipt: number | null;
            step: number;
            words: string;
        } | {
            /** @enum {string} */
            action: "block" | "reject" | "release" | "freeze" | "report" | "none";
            /** @description The steps answered suggested another outcome */
            againstSteps: boolean;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            decision: string;
            /** @constant */
            kind: "decided";
            legalAuthority: string | null;
            narrative: string;
            /** @enum {string} */
            outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
            /** @enum {string} */
            reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
            receipt: number | null;
            secondNeeded: boolean;
            suppressUntil: string | null;
            undoMinutes: number;
        } | {
            agrees: boolean;
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            decision: string;
            /** @constant */
            kind: "seconded";
            narrative: string;
            receipt: number | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            decision: string;
            /** @constant */
            kind: "undone";
            reason: string;
            receipt: number | null;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            /** @enum {string} */
            cause: "listing-removed" | "no-hit-any-more" | "subject-removed";
            /** @constant */
            kind: "closed";
            receipt: number | null;
            words: string;
        } | {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            /** @constant */
            kind: "seen-again";
            receipt: number | null;
            words: string;
        };
        AlertInput: {
            assignee: string | null;
            readonly attachments: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
                id: string;
                mediaType: string;
                name: string;
                sha256: string;
                size: number;
            }[];
            /** @enum {string} */
            channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
            /** @description ISO 8601, UTC */
            createdAt: string;
            decision: {
                /** @enum {string} */
                action: "block" | "reject" | "release" | "freeze" | "report" | "none";
                /** @description The steps answered suggested another outcome */
                againstSteps: boolean;
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
                decision: string;
                legalAuthority: string | null;
                narrative: string;
                /** @enum {string} */
                outcome: "true-match" | "false-positive" | "undetermined" | "escalated";
                /** @enum {string} */
                reasonCode: "different-kind" | "name-part-only" | "name-differs" | "birth-date-differs" | "country-differs" | "identifier-differs" | "address-differs" | "known-customer" | "facts-agree" | "identifier-equal" | "owned-or-controlled" | "facts-missing" | "authority-asked" | "other";
                secondNeeded: boolean;
                suppressUntil: string | null;
                undoMinutes: number;
            } | null;
            dueOn: string | null;
            /** @description Earlier alerts of the same subject and listed party, the newest first */
            readonly earlier: {
                /** @description ISO 8601, UTC */
                createdAt: string;
                id: string;
                narrative: string | null;
                outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
                /** @enum {string} */
                phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
                round: number;
            }[];
            readonly events: components["schemas"]["AlertEventInput"][];
            /** @description The facts of both sides beside each other */
            readonly facts: {
                fact: string;
                readonly listed: string[];
                readonly ours: string[];
                /** @description null where one side does not state it */
                same: boolean | null;
            }[];
            finalAt: string | null;
            id: string;
            readonly listed: {
                caption: string;
                id: string;
                readonly lists: string[];
                schema: string;
            };
            nextStep: number | null;
            outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            overdue: boolean;
            /** @enum {string} */
            phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
            /** @description Features that speak for the hit, the weightiest first */
            readonly reasons: string[];
            /** @description The hit as it was when it was found; never changed */
            readonly record: {
                /** @enum {string} */
                channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
                check: {
                    about: string;
                    id: string;
                    words: string;
                } | null;
                engine: string;
                readonly features: components["schemas"]["FeatureInput"][];
                readonly listed: {
                    caption: string;
                    readonly facts: {
                        [key: string]: string[];
                    };
                    fingerprint: string;
                    id: string;
                    readonly listings: {
                        edition: string | null;
                        entry: string;
                        /** @description SHA-256 of the edition's files */
                        readonly files: string[];
                        list: string;
                        listedOn: string | null;
                        readonly programmes: string[];
                        /** @enum {string} */
                        state: "listed" | "not-yet-listed" | "delisted" | "unknown";
                        title: string;
                    }[];
                    schema: string;
                };
                name: {
                    /** @enum {string} */
                    kind: "name" | "alias" | "weakAlias" | "previousName";
                    listed: string;
                    query: string;
                } | null;
                policyVersion: number;
                score: number;
                snapshot: string;
                readonly subject: {
                    businessLine: string | null;
                    caption: string;
                    readonly facts: {
                        [key: string]: string[];
                    };
                    fingerprint: string;
                    id: string | null;
                    readonly properties: {
                        [key: string]: string[];
                    };
                    ref: string | null;
                    schema: string;
                    version: number | null;
                };
                threshold: number;
                /** @description What kinds of evidence counted for, where the policy says otherwise than was measured */
                weights?: components["schemas"]["EvidenceWeightsInput"];
            };
            readonly reports: {
                /** @description YYYY-MM-DD */
                dueOn: string;
                id: string;
                /** @enum {string} */
                kind: "blocked-property" | "rejected-transaction" | "unblocked-property" | "annual-blocked-property";
            }[];
            round: number;
            score: number;
            secondedBy: components["schemas"]["ActorInput"] | null;
            readonly steps: {
                readonly answers: {
                    answer: string;
                    /** @enum {string} */
                    leads: "next" | "true-match" | "false-positive" | "undetermined" | "escalated";
                    words: string;
                }[];
                given: string | null;
                guidance: string;
                /** @description What the record says about it */
                hint: string;
                question: string;
                step: number;
            }[];
            readonly subject: {
                caption: string;
                id: string | null;
                ref: string | null;
                schema: string;
            };
            suggests: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            readonly suppressions: {
                id: string;
                state: string;
                /** @description YYYY-MM-DD */
                until: string;
                words: string | null;
            }[];
            /** @description For If-Match */
            version: string;
            /** @description The weightiest reason, in a sentence */
            why: string;
            /** @description Which words of the two names met, and how */
            readonly words: {
                /** @description null where one side has nothing for it */
                how: ("none" | "exact" | "joined" | "romanization" | "nickname" | "abbreviation" | "skeleton" | "initial" | "edit" | "sound") | null;
                listed: string | null;
                listedFrom: string | null;
                /** @description One in so many parties bears the word */
                oneIn: number | null;
                ours: string | null;
                /** @description Letters of another script that it was read from */
                oursFrom: string | null;
            }[];
            /** @description Facts that would take the score below the threshold */
            readonly wouldChange: string[];
        };
        AlertRow: {
            assignee: string | null;
            /** @enum {string} */
            channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
            /** @description ISO 8601, UTC */
            createdAt: string;
            dueOn: string | null;
            finalAt: string | null;
            id: string;
            readonly listed: {
                caption: string;
                id: string;
                readonly lists: string[];
                schema: string;
            };
            outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            overdue: boolean;
            /** @enum {string} */
            phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
            /** @description Features that speak for the hit, the weightiest first */
            readonly reasons: string[];
            round: number;
            score: number;
            readonly subject: {
                caption: string;
                id: string | null;
                ref: string | null;
                schema: string;
            };
            /** @description For If-Match */
            version: string;
            /** @description The weightiest reason, in a sentence */
            why: string;
        };
        AlertRowInput: {
            assignee: string | null;
            /** @enum {string} */
            channel: "onboarding" | "change" | "periodic" | "list-delta" | "policy" | "import" | "check";
            /** @description ISO 8601, UTC */
            createdAt: string;
            dueOn: string | null;
            finalAt: string | null;
            id: string;
            readonly listed: {
                caption: string;
                id: string;
                readonly lists: string[];
                schema: string;
            };
            outcome: ("true-match" | "false-positive" | "undetermined" | "escalated") | null;
            overdue: boolean;
            /** @enum {string} */
            phase: "open" | "in-review" | "undetermined" | "escalated" | "awaiting-second" | "decided" | "final" | "closed";
            /** @description Features that speak for the hit, the weightiest first */
            readonly reasons: string[];
            round: number;
            score: number;
            readonly subject: {
                caption: string;
                id: string | null;
                ref: string | null;
                schema: string;
            };
            /** @description For If-Match */
            version: string;
            /** @description The weightiest reason, in a sentence */
            why: string;
        };
        ApprovalCourse: {
            appealUntil: string | null;
            circulation: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description Silence is consent from this instant on, and not before */
                deadline: string;
                readonly members: string[];
                urgent: boolean;
            } | null;
            decision: {
                /** @description ISO 8601, UTC */
                at: string;
                id: string;
                readonly items: {
                    readonly hs?: string[];
                    line: string;
                    /** @enum {string} */
                    outcome: "approved" | "refused" | "further-review";
                    readonly quantity?: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    reason?: string;
                }[];
                outcome: ("approved" | "refused" | "further-review") | null;
                waiver: string | null;
            } | null;
            forwardedBy: string | null;
            readonly holds: {
                /** @description ISO 8601, UTC */
                at: string;
                extended: boolean;
                liftedAt: string | null;
                member: string;
                reason: string;
                /** @description ISO 8601, UTC */
                until: string;
            }[];
            notice: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description YYYY-MM-DD */
                mayBegin: string;
                /** @description ISO 8601, UTC */
                objectionUntil: string;
            } | null;
            readonly objections: {
                /** @description ISO 8601, UTC */
                at: string;
                member: string;
                reason: string;
            }[];
            /** @enum {string} */
            phase: "not-submitted" | "submitted" | "forwarded" | "circulated" | "on-hold" | "no-objection" | "objected" | "notice-running" | "may-proceed" | "proposed" | "approved" | "refused" | "further-review" | "appealed" | "withdrawn";
            readonly questions: {
                answer: string | null;
                /** @description ISO 8601, UTC */
                at: string;
                by: string;
                number: number;
                question: string;
            }[];
            submittedAt: string | null;
            template: string;
            readonly votes: {
                member: string;
                /** @enum {string} */
                vote: "silent" | "consents" | "holds" | "objects";
            }[];
        };
        ApprovalCourseInput: {
            appealUntil: string | null;
            circulation: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description Silence is consent from this instant on, and not before */
                deadline: string;
                readonly members: string[];
                urgent: boolean;
            } | null;
            decision: {
                /** @description ISO 8601, UTC */
                at: string;
                id: string;
                readonly items: {
                    readonly hs?: string[];
                    line: string;
                    /** @enum {string} */
                    outcome: "approved" | "refused" | "further-review";
                    readonly quantity?: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    reason?: string;
                }[];
                outcome: ("approved" | "refused" | "further-review") | null;
                waiver: string | null;
            } | null;
            forwardedBy: string | null;
            readonly holds: {
                /** @description ISO 8601, UTC */
                at: string;
                extended: boolean;
                liftedAt: string | null;
                member: string;
                reason: string;
                /** @description ISO 8601, UTC */
                until: string;
            }[];
            notice: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description YYYY-MM-DD */
                mayBegin: string;
                /** @description ISO 8601, UTC */
                objectionUntil: string;
            } | null;
            readonly objections: {
                /** @description ISO 8601, UTC */
                at: string;
                member: string;
                reason: string;
            }[];
            /** @enum {string} */
            phase: "not-submitted" | "submitted" | "forwarded" | "circulated" | "on-hold" | "no-objection" | "objected" | "notice-running" | "may-proceed" | "proposed" | "approved" | "refused" | "further-review" | "appealed" | "withdrawn";
            readonly questions: {
                answer: string | null;
                /** @description ISO 8601, UTC */
                at: string;
                by: string;
                number: number;
                question: string;
            }[];
            submittedAt: string | null;
            template: string;
            readonly votes: {
                member: string;
                /** @enum {string} */
                vote: "silent" | "consents" | "holds" | "objects";
            }[];
        };
        AuditEntry: {
            action: string;
            actor: {
                id: string;
                /** @enum {string} */
                kind: "person" | "key" | "service" | "nobody";
                name: string;
                role: string | null;
            };
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: unknown;
            } | null;
            id: string;
            /** @description Null once its retention is over */
            origin: {
                address: string;
                program: string | null;
            } | null;
            /** @description HTTP status of a request; null for an act within one */
            status: number | null;
            target: {
                id: string;
                kind: string;
            };
            traceId: string | null;
        };
        AuditEntryInput: {
            action: string;
            actor: {
                id: string;
                /** @enum {string} */
                kind: "person" | "key" | "service" | "nobody";
                name: string;
                role: string | null;
            };
            /** Format: date-time */
            at: string;
            details: {
                [key: string]: unknown;
            } | null;
            id: string;
            /** @description Null once its retention is over */
            origin: {
                address: string;
                program: string | null;
            } | null;
            /** @description HTTP status of a request; null for an act within one */
            status: number | null;
            target: {
                id: string;
                kind: string;
            };
            traceId: string | null;
        };
        Batch: {
            clear: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            endedAt: string | null;
            errors: number;
            failure: string | null;
            readonly head: {
                readonly columns: {
                    header: string;
                    /** @description What the column was taken for; null where it is left out */
                    property: string | null;
                    readonly samples: string[];
                }[];
                /** @description False where no column says whom a row is about */
                namesParty: boolean;
            };
            hits: number;
            id: string;
            name: string;
            readonly options: {
                map: {
                    [key: string]: string;
                };
                schema: string | null;
                sheet: string | null;
            };
            policyVersion: number | null;
            /** @description Rows with a result */
            rows: number;
            rowsPerSecond: number | null;
            /** @description Null until they were counted */
            rowsTotal: number | null;
            /** @description Of a workbook: its sheets in their order; where none was chosen, the first is read */
            readonly sheets: string[];
            /** @description The lists that answered last */
            snapshot: string | null;
            /**
             * @description A draft waits for its columns to be confirmed
             * @enum {string}
             */
            state: "draft" | "waiting" | "running" | "stopped" | "done" | "failed";
            /** @description Rows whose hits were all decided before */
            suppressed: number;
        };
        BatchInput: {
            clear: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            endedAt: string | null;
            errors: number;
            failure: string | null;
            readonly head: {
                readonly columns: {
                    header: string;
                    /** @description What the column was taken for; null where it is left out */
                    property: string | null;
                    readonly samples: string[];
                }[];
                /** @description False where no column says whom a row is about */
                namesParty: boolean;
            };
            hits: number;
            id: string;
            name: string;
            readonly options: {
                map: {
                    [key: string]: string;
                };
                schema: string | null;
                sheet: string | null;
            };
            policyVersion: number | null;
            /** @description Rows with a result */
            rows: number;
            rowsPerSecond: number | null;
            /** @description Null until they were counted */
            rowsTotal: number | null;
            /** @description Of a workbook: its sheets in their order; where none was chosen, the first is read */
            readonly sheets: string[];
            /** @description The lists that answered last */
            snapshot: string | null;
            /**
             * @description A draft waits for its columns to be confirmed
             * @enum {string}
             */
            state: "draft" | "waiting" | "running" | "stopped" | "done" | "failed";
            /** @description Rows whose hits were all decided before */
            suppressed: number;
        };
        BatchRow: {
            id: string | null;
            /** @description Line or sheet row where it begins */
            line: number;
            readonly matches: {
                caption: string;
                id: string;
                readonly listings: {
                    entry: string;
                    list: string;
                    readonly programmes: string[];
                }[];
                score: number;
                state: string;
            }[];
            name: string | null;
            readonly notes: string[];
            problem: string | null;
            /** @enum {string} */
            result: "hit" | "no-hit" | "error";
            /** @description Counts data rows from 1 */
            row: number;
            snapshot: string;
        };
        BatchRowInput: {
            id: string | null;
            /** @description Line or sheet row where it begins */
            line: number;
            readonly matches: {
                caption: string;
                id: string;
                readonly listings: {
                    entry: string;
                    list: string;
                    readonly programmes: string[];
                }[];
                score: number;
                state: string;
            }[];
            name: string | null;
            readonly notes: string[];
            problem: string | null;
            /** @enum {string} */
            result: "hit" | "no-hit" | "error";
            /** @description Counts data rows from 1 */
            row: number;
            snapshot: string;
        };
        CaseReport: {
            /** @enum {string} */
            basis: "read" | "background";
            caseId: string;
            /** @description The draft at the desk of reports; null where none was started */
            draft: {
                dueOn: string;
                id: string;
                /** @enum {string} */
                state: "draft" | "ready" | "overdue" | "filed";
            } | null;
            /** @enum {string} */
            id: "ic3" | "sar" | "ofac-blocked" | "ofac-rejected" | "kr-111" | "uk-ofsi";
            /** @description Whether the desk of reports keeps it, with its day and its fields */
            keptAtDesk: boolean;
            legal: string;
            /** @description ISO 8601, UTC */
            madeAt: string;
            readonly sections: {
                readonly rows: [
                    string,
                    string
                ][];
                title: string;
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
            to: string;
        };
        CaseReportInput: {
            /** @enum {string} */
            basis: "read" | "background";
            caseId: string;
            /** @description The draft at the desk of reports; null where none was started */
            draft: {
                dueOn: string;
                id: string;
                /** @enum {string} */
                state: "draft" | "ready" | "overdue" | "filed";
            } | null;
            /** @enum {string} */
            id: "ic3" | "sar" | "ofac-blocked" | "ofac-rejected" | "kr-111" | "uk-ofsi";
            /** @description Whether the desk of reports keeps it, with its day and its fields */
            keptAtDesk: boolean;
            legal: string;
            /** @description ISO 8601, UTC */
            madeAt: string;
            readonly sections: {
                readonly rows: [
                    string,
                    string
                ][];
                title: string;
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
            to: string;
        };
        Check: {
            /** @description Alerts that its hits opened, or that await a decision on them */
            readonly alerts: string[];
            /** @enum {string} */
            answer: "clear" | "permitted" | "refer" | "prohibited";
            at: string;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            /** @description Payouts that it held: the money waits until a person ends the hold */
            readonly holds: string[];
            id: string;
            kind: string;
            policyVersion: number;
            readonly receipt: {
                /** @description Hash of the receipt that `sluice replay` takes */
                hash: string;
                /** @description Its place in the organisation's log of receipts */
                sequence: number;
            };
            reference: string;
            snapshot: string;
            verdict: components["schemas"]["Verdict"];
        };
        CheckInput: {
            /** @description Alerts that its hits opened, or that await a decision on them */
            readonly alerts: string[];
            /** @enum {string} */
            answer: "clear" | "permitted" | "refer" | "prohibited";
            at: string;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            /** @description Payouts that it held: the money waits until a person ends the hold */
            readonly holds: string[];
            id: string;
            kind: string;
            policyVersion: number;
            readonly receipt: {
                /** @description Hash of the receipt that `sluice replay` takes */
                hash: string;
                /** @description Its place in the organisation's log of receipts */
                sequence: number;
            };
            reference: string;
            snapshot: string;
            verdict: components["schemas"]["VerdictInput"];
        };
        CheckPreview: {
            /** @description 0: the policy that Sluice comes with */
            policyVersion: number;
            verdict: components["schemas"]["Verdict"];
        };
        CheckPreviewInput: {
            /** @description 0: the policy that Sluice comes with */
            policyVersion: number;
            verdict: components["schemas"]["VerdictInput"];
        };
        Citation: {
            /** @description YYYY-MM-DD */
            edition: string;
            entry: string;
            readonly files: string[];
            /** @constant */
            kind: "listing";
            list: string;
            listedOn: string | null;
            readonly programmes: string[];
        } | {
            /** @enum {string} */
            basis: "read" | "background";
            id: string;
            /** @description YYYY-MM-DD */
            inForceFrom: string;
            inForceUntil: string | null;
            instrument: string;
            /** @constant */
            kind: "measure";
            paragraph: string;
            programme: string;
            source: string;
        } | {
            /** @enum {string} */
            basis: "read" | "background";
            id: string;
            /** @constant */
            kind: "indicator";
            publishedOn: string | null;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            source: string;
            title: string;
        } | {
            authority: string;
            /** @description YYYY-MM-DD */
            from: string;
            /** @constant */
            kind: "waiver";
            line: string | null;
            reference: string;
            /** @description YYYY-MM-DD */
            until: string;
        };
        CitationInput: {
            /** @description YYYY-MM-DD */
            edition: string;
            entry: string;
            readonly files: string[];
            /** @constant */
            kind: "listing";
            list: string;
            listedOn: string | null;
            readonly programmes: string[];
        } | {
            /** @enum {string} */
            basis: "read" | "background";
            id: string;
            /** @description YYYY-MM-DD */
            inForceFrom: string;
            inForceUntil: string | null;
            instrument: string;
            /** @constant */
            kind: "measure";
            paragraph: string;
            programme: string;
            source: string;
        } | {
            /** @enum {string} */
            basis: "read" | "background";
            id: string;
            /** @constant */
            kind: "indicator";
            publishedOn: string | null;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            source: string;
            title: string;
        } | {
            authority: string;
            /** @description YYYY-MM-DD */
            from: string;
            /** @constant */
            kind: "waiver";
            line: string | null;
            reference: string;
            /** @description YYYY-MM-DD */
            until: string;
        };
        CodesAnswer: {
            codes: {
                [key: string]: unknown;
            }[];
        };
        CodesAnswerInput: {
            codes: {
                [key: string]: unknown;
            }[];
        };
        CodesRequest: {
            limit?: number;
            words: string;
        };
        CodesRequestInput: {
            limit?: number;
            words: string;
        };
        Edition: {
            date: string;
            files: {
                name: string;
                sha256: string;
                url: string | null;
            }[];
            format: string;
            notes: string[];
            /** @description Rows that could not be read */
            rejected: number;
            targets: number;
        };
        EditionInput: {
            date: string;
            files: {
                name: string;
                sha256: string;
                url: string | null;
            }[];
            format: string;
            notes: string[];
            /** @description Rows that could not be read */
            rejected: number;
            targets: number;
        };
        EventFileHead: {
            readonly columns: {
                header: string;
                /** @description The member of an event that bears the column's name */
                member: string | null;
                readonly samples: string[];
            }[];
            /** @description The system whose report it is by its columns: it needs no mapping */
            format: string | null;
            /** @description What the rows look like */
            kind: ("account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company") | null;
            readonly kinds: {
                /** @enum {string} */
                kind: "account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company";
                readonly members: string[];
            }[];
            /** @description False where records name their own members: nothing is to be mapped */
            table: boolean;
        };
        EventFileHeadInput: {
            readonly columns: {
                header: string;
                /** @description The member of an event that bears the column's name */
                member: string | null;
                readonly samples: string[];
            }[];
            /** @description The system whose report it is by its columns: it needs no mapping */
            format: string | null;
            /** @description What the rows look like */
            kind: ("account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company") | null;
            readonly kinds: {
                /** @enum {string} */
                kind: "account" | "login" | "bid" | "rating" | "message" | "payment" | "wallet" | "interview" | "observation" | "shipment" | "endpoint" | "repository" | "company";
                readonly members: string[];
            }[];
            /** @description False where records name their own members: nothing is to be mapped */
            table: boolean;
        };
        EvidenceWeights: {
            birthDate?: number;
            country?: number;
            gender?: number;
            weakAlias?: number;
        };
        EvidenceWeightsInput: {
            birthDate?: number;
            country?: number;
            gender?: number;
            weakAlias?: number;
        };
        Feature: {
            feature: string;
            listed: string | null;
            query: string | null;
            /** @description What it added to the score's log-odds */
            weight: number;
            words: string;
        };
        FeatureInput: {
            feature: string;
            listed: string | null;
            query: string | null;
            /** @description What it added to the score's log-odds */
            weight: number;
            words: string;
        };
        Finding: {
            about: string;
            readonly citations: components["schemas"]["Citation"][];
            /** @enum {string} */
            effect: "prohibits" | "refers" | "permits" | "note";
            readonly evidence: {
                fact: string;
                listed: string | null;
                query: string | null;
                weight: number | null;
            }[];
            finding: string;
            /** @enum {string} */
            step: "screen" | "network" | "redflags" | "measures" | "waivers" | "coverage";
            words: string;
            readonly wouldChange: string[];
        };
        FindingInput: {
            about: string;
            readonly citations: components["schemas"]["CitationInput"][];
            /** @enum {string} */
            effect: "prohibits" | "refers" | "permits" | "note";
            readonly evidence: {
                fact: string;
                listed: string | null;
                query: string | null;
                weight: number | null;
            }[];
            finding: string;
            /** @enum {string} */
            step: "screen" | "network" | "redflags" | "measures" | "waivers" | "coverage";
            words: string;
            readonly wouldChange: string[];
        };
        Fronts: {
            /** @description YYYY-MM-DD */
            at: string;
            readonly flags: {
                /** @enum {string} */
                basis: "read" | "background";
                readonly evidence: {
                    en: string;
                    ko: string;
                    of: string;
                }[];
                /** @description What else it may mean */
                readonly innocent: {
                    en: string;
                    ko: string;
                };
                rule: string;
                /** @enum {string} */
                severity: "high" | "medium" | "low";
                source: string;
                target: {
                    caption: string;
                    id: string;
                    /** @enum {string} */
                    kind: "record" | "listed";
                } | null;
                readonly title: {
                    en: string;
                    ko: string;
                };
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly links: {
                readonly listings: {
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    readonly programmes: string[];
                }[];
                readonly paths: {
                    readonly steps: {
                        /** @description Years since it was last known */
                        ageYears: number;
                        readonly from: {
                            caption: string;
                            id: string;
                            /** @enum {string} */
                            kind: "record" | "listed";
                        };
                        role: string | null;
                        /** @description How many have the same */
                        sharers: number;
                        /** @description 0 to 1: an order for a reviewer, no likelihood */
                        strength: number;
                        /** @description What joins the two: a fact in common, a relation, or `name` */
                        tie: string;
                        readonly to: {
                            caption: string;
                            id: string;
                            /** @enum {string} */
                            kind: "record" | "listed";
                        };
                        readonly words: {
                            en: string;
                            ko: string;
                        };
                        written: {
                            from: string;
                            to: string;
                        } | null;
                    }[];
                    strength: number;
                }[];
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
                strength: number;
                readonly target: {
                    caption: string;
                    id: string;
                    /** @enum {string} */
                    kind: "record" | "listed";
                };
            }[];
            /** @description Facts that too many have, so that they join nobody */
            readonly passedOver: {
                fact: string;
                party: string;
                sharers: number;
            }[];
            snapshot: string;
            /** @description False where a bound ended the search */
            whole: boolean;
        };
        FrontsInput: {
            /** @description YYYY-MM-DD */
            at: string;
            readonly flags: {
                /** @enum {string} */
                basis: "read" | "background";
                readonly evidence: {
                    en: string;
                    ko: string;
                    of: string;
                }[];
                /** @description What else it may mean */
                readonly innocent: {
                    en: string;
                    ko: string;
                };
                rule: string;
                /** @enum {string} */
                severity: "high" | "medium" | "low";
                source: string;
                target: {
                    caption: string;
                    id: string;
                    /** @enum {string} */
                    kind: "record" | "listed";
                } | null;
                readonly title: {
                    en: string;
                    ko: string;
                };
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly links: {
                readonly listings: {
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    readonly programmes: string[];
                }[];
                readonly paths: {
                    readonly steps: {
                        /** @description Years since it was last known */
                        ageYears: number;
                        readonly from: {
                            caption: string;
                            id: string;
                            /** @enum {string} */
                            kind: "record" | "listed";
                        };
                        role: string | null;
                        /** @description How many have the same */
                        sharers: number;
                        /** @description 0 to 1: an order for a reviewer, no likelihood */
                        strength: number;
                        /** @description What joins the two: a fact in common, a relation, or `name` */
                        tie: string;
                        readonly to: {
                            caption: string;
                            id: string;
                            /** @enum {string} */
                            kind: "record" | "listed";
                        };
                        readonly words: {
                            en: string;
                            ko: string;
                        };
                        written: {
                            from: string;
                            to: string;
                        } | null;
                    }[];
                    strength: number;
                }[];
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
                strength: number;
                readonly target: {
                    caption: string;
                    id: string;
                    /** @enum {string} */
                    kind: "record" | "listed";
                };
            }[];
            /** @description Facts that too many have, so that they join nobody */
            readonly passedOver: {
                fact: string;
                party: string;
                sharers: number;
            }[];
            snapshot: string;
            /** @description False where a bound ended the search */
            whole: boolean;
        };
        GoodsAnswer: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            answer: "clear" | "refer" | "prohibited";
            findings: {
                [key: string]: unknown;
            }[];
            otherDays: {
                measure: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                state: "ended" | "to-come";
                words: string;
            }[];
            placed: {
                [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            unasked: string[];
        };
        GoodsAnswerInput: {
            /**
             * @description What the measures say of the goods alone: no party, purpose or waiver is looked at
             * @enum {string}
             */
            answer: "clear" | "refer" | "prohibited";
            findings: {
                [key: string]: unknown;
            }[];
            otherDays: {
                measure: {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                state: "ended" | "to-come";
                words: string;
            }[];
            placed: {
                [key: string]: unknown;
            };
            /** @description Rules that would bind if their jurisdiction were asked for */
            unasked: string[];
        };
        GoodsRequest: {
            at: string;
            /** @description A code or a name in any usual language */
            from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            hs: string;
            /** @default null */
            itemValue: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            jurisdictions: string[];
            /** @description A code or a name in any usual language */
            to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            underEar: boolean | null;
        };
        GoodsRequestInput: {
            at: string;
            /** @description A code or a name in any usual language */
            from?: string;
            /** @description Harmonized System code: 2, 4, 6, 8 or 10 digits, with or without dots */
            hs: string;
            /** @default null */
            itemValue: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            /**
             * @description us, eu, gb …; those of the United Nations always bind
             * @default []
             */
            jurisdictions: string[];
            /** @description A code or a name in any usual language */
            to?: string;
            /**
             * @description Of US origin or content above the threshold; null where that is not known
             * @default null
             */
            underEar: boolean | null;
        };
        Hold: {
            from: number | null;
            id: string;
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            reason: string;
            releasedAt: string | null;
            releasedBy: string | null;
            releaseReason: string | null;
            to: number | null;
        };
        HoldInput: {
            from: number | null;
            id: string;
            /** Format: date-time */
            placedAt: string;
            placedBy: string;
            reason: string;
            releasedAt: string | null;
            releasedBy: string | null;
            releaseReason: string | null;
            to: number | null;
        };
        Job: {
            attempts: number;
            endedAt: string | null;
            /** @description True for a job of the whole installation */
            everyone: boolean;
            id: string;
            name: string;
            progress: {
                done: number;
                total: number | null;
            } | null;
            /** Format: date-time */
            queuedAt: string;
            result: unknown;
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "retrying" | "done" | "failed" | "cancelled";
            /** @description On the last failure, where there was one */
            words: string | null;
        };
        JobInput: {
            attempts: number;
            endedAt: string | null;
            /** @description True for a job of the whole installation */
            everyone: boolean;
            id: string;
            name: string;
            progress: {
                done: number;
                total: number | null;
            } | null;
            /** Format: date-time */
            queuedAt: string;
            result: unknown;
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "retrying" | "done" | "failed" | "cancelled";
            /** @description On the last failure, where there was one */
            words: string | null;
        };
        LedgerAnswer: {
            /** @description ISO 8601, UTC */
            at: string;
            readonly parts: {
                expiresAt: string | null;
                /** @enum {string} */
                kind: "reserve" | "draw" | "commit" | "release" | "return" | "correct";
                readonly lines: {
                    readonly left: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    line: string;
                    readonly quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                }[];
                reference: string;
                reservation: string;
                sequence: number;
                waiver: string;
                waiverId: string;
            }[];
            /** @description True where this very request was done before */
            replayed: boolean;
        };
        LedgerAnswerInput: {
            /** @description ISO 8601, UTC */
            at: string;
            readonly parts: {
                expiresAt: string | null;
                /** @enum {string} */
                kind: "reserve" | "draw" | "commit" | "release" | "return" | "correct";
                readonly lines: {
                    readonly left: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    line: string;
                    readonly quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                }[];
                reference: string;
                reservation: string;
                sequence: number;
                waiver: string;
                waiverId: string;
            }[];
            /** @description True where this very request was done before */
            replayed: boolean;
        };
        LedgerDrift: {
            kept: {
                amount: string;
                scale: number;
                unit: string;
            } | null;
            /** @enum {string} */
            kind: "agrees" | "they-have-more" | "we-have-more" | "over-allowance" | "unknown-line" | "unit" | "repeated";
            licence: string;
            line: string;
            readonly rows: number[];
            stated: {
                amount: string;
                scale: number;
                unit: string;
            } | null;
            words: string;
        };
        LedgerDriftInput: {
            kept: {
                amount: string;
                scale: number;
                unit: string;
            } | null;
            /** @enum {string} */
            kind: "agrees" | "they-have-more" | "we-have-more" | "over-allowance" | "unknown-line" | "unit" | "repeated";
            licence: string;
            line: string;
            readonly rows: number[];
            stated: {
                amount: string;
                scale: number;
                unit: string;
            } | null;
            words: string;
        };
        LedgerEntry: {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["Actor"];
            kind: string;
            readonly lines: {
                line: string;
                readonly quantity: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
            }[];
            reason: string | null;
            reference: string;
            reservation: string;
            sequence: number;
        };
        LedgerEntryInput: {
            /** @description ISO 8601, UTC */
            at: string;
            by: components["schemas"]["ActorInput"];
            kind: string;
            readonly lines: {
                line: string;
                readonly quantity: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
            }[];
            reason: string | null;
            reference: string;
            reservation: string;
            sequence: number;
        };
        LegalReport: {
            alertId: string | null;
            /** @description The case of disguised work that it follows from */
            caseId: string | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            /** @description YYYY-MM-DD */
            dueOn: string;
            /** @description YYYY-MM-DD */
            eventOn: string;
            readonly fields: {
                /** @default [] */
                readonly copies: string[];
                /** @default  */
                eventOn: string | "";
                readonly filer: {
                    /** @default  */
                    address: string;
                    /** @default  */
                    contactEmail: string;
                    /** @default  */
                    contactName: string;
                    /** @default  */
                    contactPhone: string;
                    /** @default  */
                    name: string;
                };
                /** @default [] */
                readonly holdings: {
                    /** @default  */
                    blockedOn: string | "";
                    /** @default  */
                    description: string;
                    /** @default  */
                    location: string;
                    /** @default  */
                    owner: string;
                    /** @default [] */
                    readonly programmes: string[];
                    /** @default [] */
                    readonly references: string[];
                    /** @default  */
                    report: string;
                    /** @default  */
                    target: string;
                    readonly value: {
                        /** @default  */
                        amount: string | "";
                        /**
                         * @default actual
                         * @enum {string}
                         */
                        basis: "actual" | "estimated";
                        /** @default  */
                        currency: string | "";
                        /** @default  */
                        usd: string | "";
                    };
                }[];
                /** @default  */
                legalAuthority: string;
                /** @default  */
                narrative: string;
                /** @default [] */
                readonly parties: {
                    /** @default  */
                    account: string;
                    /** @default  */
                    address: string;
                    /** @default  */
                    country: string;
                    /** @default  */
                    name: string;
                    /** @default  */
                    role: string;
                }[];
                readonly property: {
                    /** @default  */
                    description: string;
                    /** @default  */
                    location: string;
                    /** @default [] */
                    readonly references: string[];
                };
                /** @default  */
                releaseAuthority: string;
                releasedTo?: string;
                /** @enum {string} */
                releaseGround?: "licence" | "licence-asks-report" | "delisting" | "between-own-offices" | "service-charge" | "other";
                releaseOf?: string;
                readonly target: {
                    /** @default  */
                    entry: string;
                    /** @default  */
                    list: string;
                    /** @default  */
                    name: string;
                    /** @default [] */
                    readonly programmes: string[];
                };
                readonly value: {
                    /** @default  */
                    amount: string | "";
                    /**
                     * @default actual
                     * @enum {string}
                     */
                    basis: "actual" | "estimated";
                    /** @default  */
                    currency: string | "";
                    /** @default  */
                    usd: string | "";
                };
                /** @default null */
                year: number | null;
            };
            filedBy: components["schemas"]["Actor"] | null;
            filedOn: string | null;
            filedReference: string | null;
            id: string;
            /** @enum {string} */
            kind: "blocked-property" | "rejected-transaction" | "unblocked-property" | "annual-blocked-property";
            /** @description What the law asks for that is not stated yet */
            readonly missing: string[];
            /** @description What the law asks for, by the field that states it */
            readonly needs: {
                /** @enum {string} */
                field: "filer.name" | "filer.address" | "filer.contactName" | "filer.contactPhone" | "eventOn" | "legalAuthority" | "target.name" | "parties" | "property.description" | "property.references" | "property.location" | "value.amount" | "releaseAuthority" | "year" | "holdings";
                met: boolean;
            }[];
            /** @description Why it need not be filed, in words; null where it must be */
            notRequired: string | null;
            /** @enum {string} */
            state: "draft" | "ready" | "overdue" | "filed" | "not-required";
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
        };
        LegalReportInput: {
            alertId: string | null;
            /** @description The case of disguised work that it follows from */
            caseId: string | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            /** @description YYYY-MM-DD */
            dueOn: string;
            /** @description YYYY-MM-DD */
            eventOn: string;
            readonly fields: {
                /** @default [] */
                readonly copies: string[];
                /** @default  */
                eventOn: string | "";
                readonly filer: {
                    /** @default  */
                    address: string;
                    /** @default  */
                    contactEmail: string;
                    /** @default  */
                    contactName: string;
                    /** @default  */
                    contactPhone: string;
                    /** @default  */
                    name: string;
                };
                /** @default [] */
                readonly holdings: {
                    /** @default  */
                    blockedOn: string | "";
                    /** @default  */
                    description: string;
                    /** @default  */
                    location: string;
                    /** @default  */
                    owner: string;
                    /** @default [] */
                    readonly programmes: string[];
                    /** @default [] */
                    readonly references: string[];
                    /** @default  */
                    report: string;
                    /** @default  */
                    target: string;
                    readonly value: {
                        /** @default  */
                        amount: string | "";
                        /**
                         * @default actual
                         * @enum {string}
                         */
                        basis: "actual" | "estimated";
                        /** @default  */
                        currency: string | "";
                        /** @default  */
                        usd: string | "";
                    };
                }[];
                /** @default  */
                legalAuthority: string;
                /** @default  */
                narrative: string;
                /** @default [] */
                readonly parties: {
                    /** @default  */
                    account: string;
                    /** @default  */
                    address: string;
                    /** @default  */
                    country: string;
                    /** @default  */
                    name: string;
                    /** @default  */
                    role: string;
                }[];
                readonly property: {
                    /** @default  */
                    description: string;
                    /** @default  */
                    location: string;
                    /** @default [] */
                    readonly references: string[];
                };
                /** @default  */
                releaseAuthority: string;
                releasedTo?: string;
                /** @enum {string} */
                releaseGround?: "licence" | "licence-asks-report" | "delisting" | "between-own-offices" | "service-charge" | "other";
                releaseOf?: string;
                readonly target: {
                    /** @default  */
                    entry: string;
                    /** @default  */
                    list: string;
                    /** @default  */
                    name: string;
                    /** @default [] */
                    readonly programmes: string[];
                };
                readonly value: {
                    /** @default  */
                    amount: string | "";
                    /**
                     * @default actual
                     * @enum {string}
                     */
                    basis: "actual" | "estimated";
                    /** @default  */
                    currency: string | "";
                    /** @default  */
                    usd: string | "";
                };
                /** @default null */
                year: number | null;
            };
            filedBy: components["schemas"]["ActorInput"] | null;
            filedOn: string | null;
            filedReference: string | null;
            id: string;
            /** @enum {string} */
            kind: "blocked-property" | "rejected-transaction" | "unblocked-property" | "annual-blocked-property";
            /** @description What the law asks for that is not stated yet */
            readonly missing: string[];
            /** @description What the law asks for, by the field that states it */
            readonly needs: {
                /** @enum {string} */
                field: "filer.name" | "filer.address" | "filer.contactName" | "filer.contactPhone" | "eventOn" | "legalAuthority" | "target.name" | "parties" | "property.description" | "property.references" | "property.location" | "value.amount" | "releaseAuthority" | "year" | "holdings";
                met: boolean;
            }[];
            /** @description Why it need not be filed, in words; null where it must be */
            notRequired: string | null;
            /** @enum {string} */
            state: "draft" | "ready" | "overdue" | "filed" | "not-required";
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
        };
        LetterVerification: {
            /** @description ISO 8601, UTC */
            checkedAt: string;
            readonly letter: {
                readonly key: {
                    id: string;
                    pem: string;
                };
                readonly letter: {
                    approvedOn: string;
                    authority: string;
                    readonly conditions: string[];
                    from: string;
                    id: string;
                    issuedAt: string;
                    readonly issuer: {
                        key: string;
                        organization: string;
                    };
                    readonly lines: {
                        readonly hs: string[];
                        item: string;
                        line: string;
                        readonly quantity: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                    }[];
                    readonly measures: string[];
                    parties: string[] | null;
                    reference: string;
                    replaces: string | null;
                    route: string[] | null;
                    shipmentsMax: number | null;
                    title: string;
                    /** @constant */
                    type: "sluice-letter/1";
                    until: string;
                    valueMax: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                    verify: string;
                    version: number;
                    waiver: string;
                    zone: string;
                };
                signature: string;
            };
            readonly lines: {
                readonly allowed: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
                readonly hs: string[];
                item: string;
                /** @description Null where the authority does not publish it */
                left: {
                    amount: string;
                    scale: number;
                    unit: string;
                } | null;
                line: string;
            }[];
            readonly reasons: string[];
            /** @description Null where there is no limit, or it is not published */
            shipmentsLeft: number | null;
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered" | "superseded";
            supersededBy: string | null;
            /** @description The day where the authority is */
            today: string;
            /** @description True where goods may pass under it today, as far as its lines have something left */
            valid: boolean;
        };
        LetterVerificationInput: {
            /** @description ISO 8601, UTC */
            checkedAt: string;
            readonly letter: {
                readonly key: {
                    id: string;
                    pem: string;
                };
                readonly letter: {
                    approvedOn: string;
                    authority: string;
                    readonly conditions: string[];
                    from: string;
                    id: string;
                    issuedAt: string;
                    readonly issuer: {
                        key: string;
                        organization: string;
                    };
                    readonly lines: {
                        readonly hs: string[];
                        item: string;
                        line: string;
                        readonly quantity: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                    }[];
                    readonly measures: string[];
                    parties: string[] | null;
                    reference: string;
                    replaces: string | null;
                    route: string[] | null;
                    shipmentsMax: number | null;
                    title: string;
                    /** @constant */
                    type: "sluice-letter/1";
                    until: string;
                    valueMax: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                    verify: string;
                    version: number;
                    waiver: string;
                    zone: string;
                };
                signature: string;
            };
            readonly lines: {
                readonly allowed: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
                readonly hs: string[];
                item: string;
                /** @description Null where the authority does not publish it */
                left: {
                    amount: string;
                    scale: number;
                    unit: string;
                } | null;
                line: string;
            }[];
            readonly reasons: string[];
            /** @description Null where there is no limit, or it is not published */
            shipmentsLeft: number | null;
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered" | "superseded";
            supersededBy: string | null;
            /** @description The day where the authority is */
            today: string;
            /** @description True where goods may pass under it today, as far as its lines have something left */
            valid: boolean;
        };
        List: {
            /** @description Oldest first */
            editions: components["schemas"]["Edition"][];
            id: string;
            /** @enum {string} */
            kind: "sanctions" | "export-control" | "watch" | "allow";
            publisher: string;
            title: string;
            url: string;
        };
        ListChanges: {
            /** @description The first 500 */
            readonly came: {
                caption: string;
                entity: string;
                entry: string;
                readonly programmes: string[];
                schema: string;
            }[];
            cameCount: number;
            /** @description The edition before; null where none is held */
            from: string | null;
            stayed: number;
            to: string;
            readonly went: {
                caption: string;
                entity: string;
                entry: string;
                readonly programmes: string[];
                schema: string;
            }[];
            wentCount: number;
        };
        ListChangesInput: {
            /** @description The first 500 */
            readonly came: {
                caption: string;
                entity: string;
                entry: string;
                readonly programmes: string[];
                schema: string;
            }[];
            cameCount: number;
            /** @description The edition before; null where none is held */
            from: string | null;
            stayed: number;
            to: string;
            readonly went: {
                caption: string;
                entity: string;
                entry: string;
                readonly programmes: string[];
                schema: string;
            }[];
            wentCount: number;
        };
        ListedEntryChange: {
            caption: string;
            readonly changes: components["schemas"]["ListedFactChange"][];
            entity: string;
            /** @description The publisher's own reference */
            entry: string;
            schema: string;
        };
        ListedEntryChangeInput: {
            caption: string;
            readonly changes: components["schemas"]["ListedFactChangeInput"][];
            entity: string;
            /** @description The publisher's own reference */
            entry: string;
            schema: string;
        };
        ListedFactChange: {
            /** @description A property of the FollowTheMoney model, `edtf.` and a date property, `schema`, `sanction.` and what the sanction states, `document`, `wallet` or `linked` */
            fact: string;
            readonly gained: string[];
            /** @enum {string} */
            kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
            readonly lost: string[];
        };
        ListedFactChangeInput: {
            /** @description A property of the FollowTheMoney model, `edtf.` and a date property, `schema`, `sanction.` and what the sanction states, `document`, `wallet` or `linked` */
            fact: string;
            readonly gained: string[];
            /** @enum {string} */
            kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
            readonly lost: string[];
        };
        ListedParty: {
            caption: string;
            /** @description Vague dates in ISO 8601-2 */
            edtf?: {
                [key: string]: string[];
            };
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            properties: {
                [key: string]: string[];
            };
            /** @description What the party refers to, and what refers to it */
            relations: {
                /** @enum {string} */
                direction: "out" | "in";
                entity: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    properties: {
                        [key: string]: string[];
                    };
                    schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                others: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    property: string;
                    schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                property: string;
            }[];
            relationsLeftOut: number;
            schema: string;
            snapshot: string;
        };
        ListedPartyHistory: {
            id: string;
            lists: {
                /** @description Editions held of the list, oldest first */
                readonly editions: string[];
                list: string;
                /** @description Those that hold the entry */
                readonly present: string[];
                readonly values: {
                    /** @description Those that state it */
                    readonly editions: string[];
                    fact: string;
                    /** @enum {string} */
                    kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
                    value: string;
                }[];
            }[];
        };
        ListedPartyHistoryInput: {
            id: string;
            lists: {
                /** @description Editions held of the list, oldest first */
                readonly editions: string[];
                list: string;
                /** @description Those that hold the entry */
                readonly present: string[];
                readonly values: {
                    /** @description Those that state it */
                    readonly editions: string[];
                    fact: string;
                    /** @enum {string} */
                    kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
                    value: string;
                }[];
            }[];
        };
        ListedPartyInput: {
            caption: string;
            /** @description Vague dates in ISO 8601-2 */
            edtf?: {
                [key: string]: string[];
            };
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            properties: {
                [key: string]: string[];
            };
            /** @description What the party refers to, and what refers to it */
            relations: {
                /** @enum {string} */
                direction: "out" | "in";
                entity: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    properties: {
                        [key: string]: string[];
                    };
                    schema: string;
                };
                /** @description Where the entity is a link, whom it links to */
                others: {
                    caption: string;
                    id: string;
                    listed: boolean;
                    property: string;
                    schema: string;
                }[];
                /** @description The property that says it, of the side that says it */
                property: string;
            }[];
            relationsLeftOut: number;
            schema: string;
            snapshot: string;
        };
        ListEntryChanges: {
            /** @description Entries that stand in both and are not the same */
            changed: number;
            readonly counts: {
                entries: number;
                /** @enum {string} */
                kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
            }[];
            /** @description The edition before; null where none is held */
            from: string | null;
            items: components["schemas"]["ListedEntryChange"][];
            next: string | null;
            /** @description Facts that one of the editions states ten times more often: read from other tables, not news */
            readonly notCompared: {
                after: number;
                before: number;
                fact: string;
            }[];
            to: string;
        };
        ListEntryChangesInput: {
            /** @description Entries that stand in both and are not the same */
            changed: number;
            readonly counts: {
                entries: number;
                /** @enum {string} */
                kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
            }[];
            /** @description The edition before; null where none is held */
            from: string | null;
            items: components["schemas"]["ListedEntryChangeInput"][];
            next: string | null;
            /** @description Facts that one of the editions states ten times more often: read from other tables, not news */
            readonly notCompared: {
                after: number;
                before: number;
                fact: string;
            }[];
            to: string;
        };
        ListInput: {
            /** @description Oldest first */
            editions: components["schemas"]["EditionInput"][];
            id: string;
            /** @enum {string} */
            kind: "sanctions" | "export-control" | "watch" | "allow";
            publisher: string;
            title: string;
            url: string;
        };
        Lists: {
            lists: components["schemas"]["List"][];
            /** Format: date-time */
            openedAt: string;
            /** @description How each publisher was last asked for a newer edition, and what came of it */
            readonly outcomes: {
                /** Format: date-time */
                at: string;
                /** @description The one that stayed or came into force */
                edition: string | null;
                list: string;
                /** @enum {string} */
                outcome: "updated" | "unchanged" | "refused" | "unreachable" | "not-offered";
                words: string;
            }[];
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            snapshot: string;
            /** @description How what is held was last taken into force; what is served is whole either way */
            update: {
                at: string | null;
                ok: boolean;
                problem: string | null;
            };
        };
        ListsInput: {
            lists: components["schemas"]["ListInput"][];
            /** Format: date-time */
            openedAt: string;
            /** @description How each publisher was last asked for a newer edition, and what came of it */
            readonly outcomes: {
                /** Format: date-time */
                at: string;
                /** @description The one that stayed or came into force */
                edition: string | null;
                list: string;
                /** @enum {string} */
                outcome: "updated" | "unchanged" | "refused" | "unreachable" | "not-offered";
                words: string;
            }[];
            /** @description SHA-256 of the lists in force; every answer and receipt names it */
            snapshot: string;
            /** @description How what is held was last taken into force; what is served is whole either way */
            update: {
                at: string | null;
                ok: boolean;
                problem: string | null;
            };
        };
        Match: {
            caption: string;
            features: {
                feature: string;
                listed: string | null;
                query: string | null;
                weight: number;
                words: string;
            }[];
            /** @description At or over the policy's threshold */
            hit: boolean;
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            name: {
                kind: string;
                listed: string;
                query: string;
            } | null;
            schema: string;
            score: number;
            /** @enum {string} */
            state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        MatchInput: {
            caption: string;
            features: {
                feature: string;
                listed: string | null;
                query: string | null;
                weight: number;
                words: string;
            }[];
            /** @description At or over the policy's threshold */
            hit: boolean;
            id: string;
            listings: {
                listing: {
                    /** @description Editions that hold the entry, oldest first */
                    editions: string[];
                    entry: string;
                    list: string;
                    listedOn: string | null;
                    listedOnSource: string | null;
                    programmes: string[];
                };
                /** @enum {string} */
                state: "listed" | "not-yet-listed" | "delisted" | "unknown";
            }[];
            name: {
                kind: string;
                listed: string;
                query: string;
            } | null;
            schema: string;
            score: number;
            /** @enum {string} */
            state: "listed" | "not-yet-listed" | "delisted" | "unknown";
        };
        Network: {
            answer: components["schemas"]["OwnershipAnswer"];
            at: string;
            /** @description On which one of these ties began or ended */
            readonly days: string[];
            readonly edges: {
                asset: string;
                /** @enum {string} */
                confidence: "confirmed" | "stated" | "doubtful";
                from: string | null;
                id: string;
                /** @enum {string} */
                interest: "ownership" | "votes" | "profit" | "surplus" | "nominator" | "board-majority" | "control" | "influence" | "consolidated" | "settlor" | "trustee" | "beneficiary" | "protector" | "nominee" | "director" | "linked" | "rebutted-control" | "unspecified";
                onPath: boolean;
                owner: string;
                /** @description An exact share, in percent */
                percent: string | null;
                /**
                 * @description On the day asked about
                 * @enum {string}
                 */
                presence: "holds" | "may-hold" | "absent";
                reference: string;
                /** @description In words; null where none is stated */
                share: string | null;
                source: string;
                until: string | null;
            }[];
            id: string;
            name: string | null;
            readonly nodes: {
                country: string | null;
                /** @description Ties that are not shown */
                readonly folded: {
                    assets: number;
                    owners: number;
                };
                /** @description From the party asked about */
                hops: number;
                id: string;
                kind: string;
                /** @description Whom its name may be on the lists */
                likeness: {
                    caption: string;
                    entityId: string;
                    score: number;
                } | null;
                /** @description Where it is listed, in words */
                listed: string | null;
                listedId: string | null;
                name: string | null;
                onPath: boolean;
                /** @enum {string} */
                status: "blocked" | "not-blocked" | "undetermined";
                subjectId: string | null;
            }[];
            readonly rule: {
                id: string;
                instrument: string;
                /** @description False on days on which the rule is computed and is no law */
                isLaw: boolean;
                paragraph: string;
                /** @enum {string} */
                policy: "ofac" | "eu" | "uk" | "bis";
                source: string;
                title: string;
            };
            snapshot: string;
        };
        NetworkInput: {
            answer: components["schemas"]["OwnershipAnswerInput"];
            at: string;
            /** @description On which one of these ties began or ended */
            readonly days: string[];
            readonly edges: {
                asset: string;
                /** @enum {string} */
                confidence: "confirmed" | "stated" | "doubtful";
                from: string | null;
                id: string;
                /** @enum {string} */
                interest: "ownership" | "votes" | "profit" | "surplus" | "nominator" | "board-majority" | "control" | "influence" | "consolidated" | "settlor" | "trustee" | "beneficiary" | "protector" | "nominee" | "director" | "linked" | "rebutted-control" | "unspecified";
                onPath: boolean;
                owner: string;
                /** @description An exact share, in percent */
                percent: string | null;
                /**
                 * @description On the day asked about
                 * @enum {string}
                 */
                presence: "holds" | "may-hold" | "absent";
                reference: string;
                /** @description In words; null where none is stated */
                share: string | null;
                source: string;
                until: string | null;
            }[];
            id: string;
            name: string | null;
            readonly nodes: {
                country: string | null;
                /** @description Ties that are not shown */
                readonly folded: {
                    assets: number;
                    owners: number;
                };
                /** @description From the party asked about */
                hops: number;
                id: string;
                kind: string;
                /** @description Whom its name may be on the lists */
                likeness: {
                    caption: string;
                    entityId: string;
                    score: number;
                } | null;
                /** @description Where it is listed, in words */
                listed: string | null;
                listedId: string | null;
                name: string | null;
                onPath: boolean;
                /** @enum {string} */
                status: "blocked" | "not-blocked" | "undetermined";
                subjectId: string | null;
            }[];
            readonly rule: {
                id: string;
                instrument: string;
                /** @description False on days on which the rule is computed and is no law */
                isLaw: boolean;
                paragraph: string;
                /** @enum {string} */
                policy: "ofac" | "eu" | "uk" | "bis";
                source: string;
                title: string;
            };
            snapshot: string;
        };
        NetworkOverview: {
            readonly items: {
                country: string | null;
                id: string;
                kind: string;
                listed: boolean;
                name: string | null;
                /** @description Null in a network too large to resolve at once; ask about the party */
                status: ("blocked" | "not-blocked" | "undetermined") | null;
            }[];
            /** @description Parties that are not shown */
            left: number;
            parties: number;
            readonly sources: components["schemas"]["OwnershipSource"][];
            ties: number;
        };
        NetworkOverviewInput: {
            readonly items: {
                country: string | null;
                id: string;
                kind: string;
                listed: boolean;
                name: string | null;
                /** @description Null in a network too large to resolve at once; ask about the party */
                status: ("blocked" | "not-blocked" | "undetermined") | null;
            }[];
            /** @description Parties that are not shown */
            left: number;
            parties: number;
            readonly sources: components["schemas"]["OwnershipSourceInput"][];
            ties: number;
        };
        NewWebhook: {
            /** @default  */
            description: string;
            /** @default null */
            kinds: ("check.decided" | "subject.screened" | "subjects.imported" | "alert.opened" | "alert.changed" | "alert.closed" | "alert.reopened" | "decision.made" | "suppression.lapsed" | "suppression.changed" | "worker-case.opened" | "worker-case.changed" | "worker-case.decided" | "worker-reply.received" | "payout.held" | "payout.released" | "report.due" | "policy.changed" | "lists.updated" | "lists.update-failed" | "job.changed" | "receipts.signed" | "webhook.disabled" | "waiver-application.changed" | "waiver.changed" | "waiver.suspended" | "waiver-report.due")[] | null;
            url: string;
        };
        NewWebhookInput: {
            /** @default  */
            description: string;
            /** @default null */
            kinds: ("check.decided" | "subject.screened" | "subjects.imported" | "alert.opened" | "alert.changed" | "alert.closed" | "alert.reopened" | "decision.made" | "suppression.lapsed" | "suppression.changed" | "worker-case.opened" | "worker-case.changed" | "worker-case.decided" | "worker-reply.received" | "payout.held" | "payout.released" | "report.due" | "policy.changed" | "lists.updated" | "lists.update-failed" | "job.changed" | "receipts.signed" | "webhook.disabled" | "waiver-application.changed" | "waiver.changed" | "waiver.suspended" | "waiver-report.due")[] | null;
            url: string;
        };
        OpenReservation: {
            /** @description When it ends by itself */
            expiresAt: string | null;
            readonly lines: {
                line: string;
                readonly quantity: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
            }[];
            /** @description The shipment that it is for */
            reference: string;
            reservation: string;
        };
        OpenReservationInput: {
            /** @description When it ends by itself */
            expiresAt: string | null;
            readonly lines: {
                line: string;
                readonly quantity: {
                    amount: string;
                    scale: number;
                    unit: string;
                };
            }[];
            /** @description The shipment that it is for */
            reference: string;
            reservation: string;
        };
        OwnershipAnswer: {
            basis: string | null;
            readonly flags: {
                flag: string;
                words: string;
            }[];
            id: string;
            /** @description How much blocked parties hold, in percent; a fraction where decimals do not end */
            readonly interval: {
                max: string;
                maxOpen: boolean;
                min: string;
                minOpen: boolean;
            };
            missing: {
                exact: boolean;
                /** @description The fewest facts that would decide */
                readonly smallest: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[];
                toBlock: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[] | null;
                readonly toClear: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[];
            } | null;
            name: string | null;
            proof: {
                readonly listed: {
                    id: string;
                    name: string | null;
                    since: string | null;
                    words: string | null;
                }[];
                more: number;
                readonly steps: {
                    /** @enum {string} */
                    by: "ownership" | "votes" | "control" | "joint-block";
                    readonly party: {
                        id: string;
                        name: string | null;
                    };
                    readonly stakes: {
                        readonly asset: {
                            id: string;
                            name: string | null;
                        };
                        /** @description The part that is certain, in percent */
                        counted: string;
                        held: string;
                        interest: string;
                        readonly owner: {
                            id: string;
                            name: string | null;
                        };
                        reference: string;
                        /** @description As stated, in words */
                        share: string;
                        source: string;
                    }[];
                    total: string | null;
                }[];
            } | null;
            /** @enum {string} */
            status: "blocked" | "not-blocked" | "undetermined";
        };
        OwnershipAnswerInput: {
            basis: string | null;
            readonly flags: {
                flag: string;
                words: string;
            }[];
            id: string;
            /** @description How much blocked parties hold, in percent; a fraction where decimals do not end */
            readonly interval: {
                max: string;
                maxOpen: boolean;
                min: string;
                minOpen: boolean;
            };
            missing: {
                exact: boolean;
                /** @description The fewest facts that would decide */
                readonly smallest: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[];
                toBlock: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[] | null;
                readonly toClear: {
                    asset: {
                        id: string;
                        name: string | null;
                    } | null;
                    kind: string;
                    owner: {
                        id: string;
                        name: string | null;
                    } | null;
                    words: string;
                }[];
            } | null;
            name: string | null;
            proof: {
                readonly listed: {
                    id: string;
                    name: string | null;
                    since: string | null;
                    words: string | null;
                }[];
                more: number;
                readonly steps: {
                    /** @enum {string} */
                    by: "ownership" | "votes" | "control" | "joint-block";
                    readonly party: {
                        id: string;
                        name: string | null;
                    };
                    readonly stakes: {
                        readonly asset: {
                            id: string;
                            name: string | null;
                        };
                        /** @description The part that is certain, in percent */
                        counted: string;
                        held: string;
                        interest: string;
                        readonly owner: {
                            id: string;
                            name: string | null;
                        };
                        reference: string;
                        /** @description As stated, in words */
                        share: string;
                        source: string;
                    }[];
                    total: string | null;
                }[];
            } | null;
            /** @enum {string} */
            status: "blocked" | "not-blocked" | "undetermined";
        };
        OwnershipFact: {
            asset: string;
            createdAt: string;
            readonly createdBy: {
                id: string;
                kind: string;
                name: string;
            };
            from: string | null;
            id: string;
            /** @enum {string} */
            interest: "ownership" | "votes" | "profit" | "surplus" | "nominator" | "board-majority" | "control" | "influence" | "consolidated" | "settlor" | "trustee" | "beneficiary" | "protector" | "nominee" | "director" | "linked" | "rebutted-control" | "unspecified";
            owner: string;
            reference: string;
            share: string | null;
            source: string;
            until: string | null;
        };
        OwnershipFactInput: {
            asset: string;
            createdAt: string;
            readonly createdBy: {
                id: string;
                kind: string;
                name: string;
            };
            from: string | null;
            id: string;
            /** @enum {string} */
            interest: "ownership" | "votes" | "profit" | "surplus" | "nominator" | "board-majority" | "control" | "influence" | "consolidated" | "settlor" | "trustee" | "beneficiary" | "protector" | "nominee" | "director" | "linked" | "rebutted-control" | "unspecified";
            owner: string;
            reference: string;
            share: string | null;
            source: string;
            until: string | null;
        };
        OwnershipSource: {
            createdAt: string;
            readonly createdBy: {
                id: string;
                kind: string;
                name: string;
            };
            id: string;
            /** @enum {string} */
            kind: "ftm" | "bods" | "csv" | "gleif";
            name: string;
            parties: number;
            problems: number;
            size: number;
            ties: number;
        };
        OwnershipSourceInput: {
            createdAt: string;
            readonly createdBy: {
                id: string;
                kind: string;
                name: string;
            };
            id: string;
            /** @enum {string} */
            kind: "ftm" | "bods" | "csv" | "gleif";
            name: string;
            parties: number;
            problems: number;
            size: number;
            ties: number;
        };
        PaperNote: {
            /** @description The member of the file */
            where: string;
            words: string;
        };
        PaperNoteInput: {
            /** @description The member of the file */
            where: string;
            words: string;
        };
        PayoutHold: {
            account: string;
            amount: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            caseId: string | null;
            checkId: string | null;
            endedAt: string | null;
            endedBy: components["schemas"]["Actor"] | null;
            endedReason: string | null;
            ending: ("released" | "blocked" | "returned") | null;
            /** @description ISO 8601, UTC */
            heldAt: string;
            heldBy: components["schemas"]["Actor"];
            id: string;
            reason: string;
            reference: string;
        };
        PayoutHoldInput: {
            account: string;
            amount: {
                amount: string;
                currency: string;
                scale: number;
            } | null;
            caseId: string | null;
            checkId: string | null;
            endedAt: string | null;
            endedBy: components["schemas"]["ActorInput"] | null;
            endedReason: string | null;
            ending: ("released" | "blocked" | "returned") | null;
            /** @description ISO 8601, UTC */
            heldAt: string;
            heldBy: components["schemas"]["ActorInput"];
            id: string;
            reason: string;
            reference: string;
        };
        Policy: {
            /** @description Everything proposed, the newest first */
            readonly history: components["schemas"]["PolicyVersion"][];
            readonly policy: {
                alertDueBusinessDays: number;
                /** @enum {string} */
                calendar: "weekdays" | "us-federal";
                certainScoreMin: number;
                editionAgeDaysMax: number;
                readonly fourEyes: {
                    "false-positive": boolean;
                    "true-match": boolean;
                };
                retentionYears: number;
                readonly screen: {
                    capacity?: components["schemas"]["ReviewCapacity"];
                    limit: number;
                    lists: string[] | null;
                    threshold: number;
                    weights?: components["schemas"]["EvidenceWeights"];
                };
                suppressionDaysMax: number;
                undoMinutes: number;
            };
            /** @description 0 is the default that ships with Sluice */
            version: number;
        };
        PolicyInput: {
            /** @description Everything proposed, the newest first */
            readonly history: components["schemas"]["PolicyVersionInput"][];
            readonly policy: {
                alertDueBusinessDays: number;
                /** @enum {string} */
                calendar: "weekdays" | "us-federal";
                certainScoreMin: number;
                editionAgeDaysMax: number;
                readonly fourEyes: {
                    "false-positive": boolean;
                    "true-match": boolean;
                };
                retentionYears: number;
                readonly screen: {
                    capacity?: components["schemas"]["ReviewCapacityInput"];
                    limit: number;
                    lists: string[] | null;
                    threshold: number;
                    weights?: components["schemas"]["EvidenceWeightsInput"];
                };
                suppressionDaysMax: number;
                undoMinutes: number;
            };
            /** @description 0 is the default that ships with Sluice */
            version: number;
        };
        PolicyVersion: {
            decidedAt: string | null;
            decidedBy: components["schemas"]["Actor"] | null;
            decidedReason: string | null;
            /** @description ISO 8601, UTC */
            effectiveFrom: string;
            id: string;
            readonly policy: {
                alertDueBusinessDays: number;
                /** @enum {string} */
                calendar: "weekdays" | "us-federal";
                certainScoreMin: number;
                editionAgeDaysMax: number;
                readonly fourEyes: {
                    "false-positive": boolean;
                    "true-match": boolean;
                };
                retentionYears: number;
                readonly screen: {
                    capacity?: components["schemas"]["ReviewCapacity"];
                    limit: number;
                    lists: string[] | null;
                    threshold: number;
                    weights?: components["schemas"]["EvidenceWeights"];
                };
                suppressionDaysMax: number;
                undoMinutes: number;
            };
            /** @description ISO 8601, UTC */
            proposedAt: string;
            proposedBy: components["schemas"]["Actor"];
            reason: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "rejected" | "withdrawn";
            version: number | null;
        };
        PolicyVersionInput: {
            decidedAt: string | null;
            decidedBy: components["schemas"]["ActorInput"] | null;
            decidedReason: string | null;
            /** @description ISO 8601, UTC */
            effectiveFrom: string;
            id: string;
            readonly policy: {
                alertDueBusinessDays: number;
                /** @enum {string} */
                calendar: "weekdays" | "us-federal";
                certainScoreMin: number;
                editionAgeDaysMax: number;
                readonly fourEyes: {
                    "false-positive": boolean;
                    "true-match": boolean;
                };
                retentionYears: number;
                readonly screen: {
                    capacity?: components["schemas"]["ReviewCapacityInput"];
                    limit: number;
                    lists: string[] | null;
                    threshold: number;
                    weights?: components["schemas"]["EvidenceWeightsInput"];
                };
                suppressionDaysMax: number;
                undoMinutes: number;
            };
            /** @description ISO 8601, UTC */
            proposedAt: string;
            proposedBy: components["schemas"]["ActorInput"];
            reason: string;
            /** @enum {string} */
            state: "proposed" | "approved" | "rejected" | "withdrawn";
            version: number | null;
        };
        PrefilledReport: {
            /** @enum {string} */
            basis: "read" | "background";
            caseId: string;
            /** @enum {string} */
            id: "ic3" | "sar" | "ofac-blocked" | "ofac-rejected" | "kr-111" | "uk-ofsi";
            legal: string;
            /** @description ISO 8601, UTC */
            madeAt: string;
            readonly sections: {
                readonly rows: [
                    string,
                    string
                ][];
                title: string;
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
            to: string;
        };
        PrefilledReportInput: {
            /** @enum {string} */
            basis: "read" | "background";
            caseId: string;
            /** @enum {string} */
            id: "ic3" | "sar" | "ofac-blocked" | "ofac-rejected" | "kr-111" | "uk-ofsi";
            legal: string;
            /** @description ISO 8601, UTC */
            madeAt: string;
            readonly sections: {
                readonly rows: [
                    string,
                    string
                ][];
                title: string;
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
            to: string;
        };
        Problem: {
            /** @description Stable: programs decide by it */
            code: string;
            /** @description What is wrong here, in a sentence */
            detail: string;
            /** @description Each part of the request that is not what it should be */
            errors?: {
                reason: string;
                where: string;
            }[];
            /** @description Place in the organisation's log of the receipt that says why it is so, where one does */
            receipt?: number;
            status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            title: string;
            /** @description What to do about it */
            todo: string;
            /** @description urn:sluice:problem:<code> */
            type: string;
        };
        ProblemInput: {
            /** @description Stable: programs decide by it */
            code: string;
            /** @description What is wrong here, in a sentence */
            detail: string;
            /** @description Each part of the request that is not what it should be */
            errors?: {
                reason: string;
                where: string;
            }[];
            /** @description Place in the organisation's log of the receipt that says why it is so, where one does */
            receipt?: number;
            status: number;
            /** @description What kind of problem it is; the same for every problem of the code */
            title: string;
            /** @description What to do about it */
            todo: string;
            /** @description urn:sluice:problem:<code> */
            type: string;
        };
        Receipt: {
            /** Format: date-time */
            at: string;
            /** @description The exact JSON text that is committed to; null once erased */
            body: string | null;
            /** @description SHA-256 of salt and body */
            bodyDigest: string;
            /** @description The receipt that says who erased the body, and why */
            erasedBy: number | null;
            hash: string;
            kind: string;
            /** @description Hash of the receipt before; null for the first */
            previous: string | null;
            /** @description Base64; null once erased */
            salt: string | null;
            sequence: number;
        };
        ReceiptInput: {
            /** Format: date-time */
            at: string;
            /** @description The exact JSON text that is committed to; null once erased */
            body: string | null;
            /** @description SHA-256 of salt and body */
            bodyDigest: string;
            /** @description The receipt that says who erased the body, and why */
            erasedBy: number | null;
            hash: string;
            kind: string;
            /** @description Hash of the receipt before; null for the first */
            previous: string | null;
            /** @description Base64; null once erased */
            salt: string | null;
            sequence: number;
        };
        ReceiptKey: {
            /** Format: date-time */
            at: string;
            id: string;
            pem: string;
            reason: string | null;
            vouch: string | null;
            vouchedBy: string | null;
        };
        ReceiptKeyInput: {
            /** Format: date-time */
            at: string;
            id: string;
            pem: string;
            reason: string | null;
            vouch: string | null;
            vouchedBy: string | null;
        };
        ReceiptProof: {
            /** @constant */
            format: "sluice-receipt-proof/1";
            head: components["schemas"]["SignedHead"];
            keys: components["schemas"]["ReceiptKey"][];
            log: string;
            path: string[];
            receipt: components["schemas"]["Receipt"];
            size: number;
        };
        ReceiptProofInput: {
            /** @constant */
            format: "sluice-receipt-proof/1";
            head: components["schemas"]["SignedHeadInput"];
            keys: components["schemas"]["ReceiptKeyInput"][];
            log: string;
            path: string[];
            receipt: components["schemas"]["ReceiptInput"];
            size: number;
        };
        RedFlag: {
            account: string;
            readonly evidence: {
                account: string;
                at: string | null;
                fact: string;
                value: string;
            }[];
            group: string;
            /** @description What else it may mean */
            readonly innocent: {
                en: string;
                ko: string;
            };
            on: string | null;
            /** @description Rows of evidence there are; `evidence` has the first of them */
            rows: number;
            rule: string;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            /** @description What it adds to the log-odds: a proposal, learnt from nothing */
            weight: number;
            readonly words: {
                en: string;
                ko: string;
            };
        };
        RedFlagInput: {
            account: string;
            readonly evidence: {
                account: string;
                at: string | null;
                fact: string;
                value: string;
            }[];
            group: string;
            /** @description What else it may mean */
            readonly innocent: {
                en: string;
                ko: string;
            };
            on: string | null;
            /** @description Rows of evidence there are; `evidence` has the first of them */
            rows: number;
            rule: string;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            /** @description What it adds to the log-odds: a proposal, learnt from nothing */
            weight: number;
            readonly words: {
                en: string;
                ko: string;
            };
        };
        RedFlagRule: {
            /** @enum {string} */
            basis: "read" | "background";
            group: string;
            id: string;
            readonly innocent: {
                en: string;
                ko: string;
            };
            readonly inputs: string[];
            /** @enum {string} */
            mode: "automatic" | "prompt" | "check";
            publishedOn: string | null;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            readonly sources: string[];
            thresholds: {
                [key: string]: number;
            };
            readonly title: {
                en: string;
                ko: string;
            };
            weight: number;
        };
        RedFlagRuleInput: {
            /** @enum {string} */
            basis: "read" | "background";
            group: string;
            id: string;
            readonly innocent: {
                en: string;
                ko: string;
            };
            readonly inputs: string[];
            /** @enum {string} */
            mode: "automatic" | "prompt" | "check";
            publishedOn: string | null;
            /** @enum {string} */
            severity: "high" | "medium" | "low";
            readonly sources: string[];
            thresholds: {
                [key: string]: number;
            };
            readonly title: {
                en: string;
                ko: string;
            };
            weight: number;
        };
        Rescreen: {
            alertsClosed: number;
            alertsOpened: number;
            endedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "delta" | "full";
            listingsTouched: number;
            snapshotAfter: string;
            snapshotBefore: string | null;
            /** Format: date-time */
            startedAt: string;
            subjectsScreened: number;
            subjectsTotal: number;
            suppressionsLapsed: number;
            /** @description Changes of listed parties that are or were hits of ours */
            touches: number;
        };
        RescreenInput: {
            alertsClosed: number;
            alertsOpened: number;
            endedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "delta" | "full";
            listingsTouched: number;
            snapshotAfter: string;
            snapshotBefore: string | null;
            /** Format: date-time */
            startedAt: string;
            subjectsScreened: number;
            subjectsTotal: number;
            suppressionsLapsed: number;
            /** @description Changes of listed parties that are or were hits of ours */
            touches: number;
        };
        RescreenTouch: {
            /** @description The newest alert of the two */
            alert: string | null;
            /** @enum {string} */
            change: "listed" | "changed" | "delisted";
            readonly changes: {
                fact: string;
                readonly gained: string[];
                /** @enum {string} */
                kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
                readonly lost: string[];
            }[];
            listed: {
                caption: string;
                id: string;
                readonly lists: string[];
            };
            scoreAfter: number | null;
            scoreBefore: number | null;
            subject: {
                /** @description Empty where it was removed */
                caption: string;
                id: string;
            };
        };
        RescreenTouchInput: {
            /** @description The newest alert of the two */
            alert: string | null;
            /** @enum {string} */
            change: "listed" | "changed" | "delisted";
            readonly changes: {
                fact: string;
                readonly gained: string[];
                /** @enum {string} */
                kind: "name" | "alias" | "birth" | "country" | "identifier" | "address" | "contact" | "position" | "programme" | "reason" | "date" | "relation" | "other";
                readonly lost: string[];
            }[];
            listed: {
                caption: string;
                id: string;
                readonly lists: string[];
            };
            scoreAfter: number | null;
            scoreBefore: number | null;
            subject: {
                /** @description Empty where it was removed */
                caption: string;
                id: string;
            };
        };
        RetentionPolicy: {
            auditYears: number;
            /** @description Addresses and programs in the audit log */
            originsDays: number;
            /** @description Bodies of receipts; their hashes stay for good */
            receiptsYears: number;
        };
        RetentionPolicyInput: {
            auditYears: number;
            /** @description Addresses and programs in the audit log */
            originsDays: number;
            /** @description Bodies of receipts; their hashes stay for good */
            receiptsYears: number;
        };
        ReviewCapacity: {
            of: number;
            reviews: number;
        };
        ReviewCapacityInput: {
            of: number;
            reviews: number;
        };
        SameParties: {
            readonly items: {
                readonly a: {
                    caption: string;
                    id: string;
                    ref: string | null;
                };
                readonly b: {
                    caption: string;
                    id: string;
                    ref: string | null;
                };
                decision: components["schemas"]["SamePartyDecision"] | null;
                /** @description What speaks for it and against it */
                readonly features: components["schemas"]["Feature"][];
                /** @description Of the names and facts alone */
                score: number | null;
                readonly shared: {
                    a: string;
                    b: string;
                    fact: string;
                    sharers: number;
                }[];
                /** @description 0 to 1, to order by */
                strength: number;
            }[];
            readonly limits: {
                holdersMax: number;
                namesakesMax: number;
                pairsMax: number;
            };
            whole: boolean;
        };
        SamePartiesInput: {
            readonly items: {
                readonly a: {
                    caption: string;
                    id: string;
                    ref: string | null;
                };
                readonly b: {
                    caption: string;
                    id: string;
                    ref: string | null;
                };
                decision: components["schemas"]["SamePartyDecisionInput"] | null;
                /** @description What speaks for it and against it */
                readonly features: components["schemas"]["FeatureInput"][];
                /** @description Of the names and facts alone */
                score: number | null;
                readonly shared: {
                    a: string;
                    b: string;
                    fact: string;
                    sharers: number;
                }[];
                /** @description 0 to 1, to order by */
                strength: number;
            }[];
            readonly limits: {
                holdersMax: number;
                namesakesMax: number;
                pairsMax: number;
            };
            whole: boolean;
        };
        SamePartyDecision: {
            a: string;
            /** @description ISO 8601, UTC */
            at: string;
            b: string;
            by: components["schemas"]["Actor"];
            id: string;
            reason: string;
            same: boolean;
        };
        SamePartyDecisionInput: {
            a: string;
            /** @description ISO 8601, UTC */
            at: string;
            b: string;
            by: components["schemas"]["ActorInput"];
            id: string;
            reason: string;
            same: boolean;
        };
        SamePartyDecisionRequest: {
            a: string;
            b: string;
            reason: string;
            same: boolean;
        };
        SamePartyDecisionRequestInput: {
            a: string;
            b: string;
            reason: string;
            same: boolean;
        };
        SavedView: {
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            id: string;
            name: string;
            /** @enum {string} */
            page: "alerts" | "cases";
            /** @description What follows the ? of the page's address, as view=mine&order=score */
            query: string;
            /** @description Of the whole organisation; else of the caller alone */
            team: boolean;
        };
        SavedViewInput: {
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            id: string;
            name: string;
            /** @enum {string} */
            page: "alerts" | "cases";
            /** @description What follows the ? of the page's address, as view=mine&order=score */
            query: string;
            /** @description Of the whole organisation; else of the caller alone */
            team: boolean;
        };
        ScreenAnswer: {
            /** @description Listed on the day, or perhaps */
            matches: components["schemas"]["Match"][];
            /** @description Not yet listed, or no longer */
            outOfForce: components["schemas"]["Match"][];
            snapshot: string;
            tookMs: number;
        };
        ScreenAnswerInput: {
            /** @description Listed on the day, or perhaps */
            matches: components["schemas"]["MatchInput"][];
            /** @description Not yet listed, or no longer */
            outOfForce: components["schemas"]["MatchInput"][];
            snapshot: string;
            tookMs: number;
        };
        ScreenedParties: {
            readonly parties: {
                readonly listings: string[];
                name: string;
                /** @enum {string} */
                state: "clear" | "may-be-listed" | "listed";
                words: string;
            }[];
            snapshot: string;
        };
        ScreenedPartiesInput: {
            readonly parties: {
                readonly listings: string[];
                name: string;
                /** @enum {string} */
                state: "clear" | "may-be-listed" | "listed";
                words: string;
            }[];
            snapshot: string;
        };
        ScreenedParty: {
            id?: string;
            properties: {
                [key: string]: string[];
            };
            schema: string;
        };
        ScreenedPartyInput: {
            id?: string;
            properties: {
                [key: string]: string[];
            };
            schema: string;
        };
        ScreenRequest: {
            /** @description A day; the newest edition of each list where it is left out */
            at?: string;
            limit?: number;
            /** @description Instead of what the organisation's policy in force says */
            policy?: {
                /** @description Hits that can be reviewed of so many screened: gives the threshold; not beside weights */
                capacity?: components["schemas"]["ReviewCapacity"];
                lists?: string[] | null;
                /** @description Evidence without which a match is no hit */
                require?: ("birth-date" | "country" | "identifier" | "name-equal")[];
                threshold?: number;
                /** @description What kinds of evidence count for; 1 is as measured, and other scores are not calibrated */
                weights?: components["schemas"]["EvidenceWeights"];
            };
            subject: components["schemas"]["ScreenedParty"];
        };
        ScreenRequestInput: {
            /** @description A day; the newest edition of each list where it is left out */
            at?: string;
            limit?: number;
            /** @description Instead of what the organisation's policy in force says */
            policy?: {
                /** @description Hits that can be reviewed of so many screened: gives the threshold; not beside weights */
                capacity?: components["schemas"]["ReviewCapacityInput"];
                lists?: string[] | null;
                /** @description Evidence without which a match is no hit */
                require?: ("birth-date" | "country" | "identifier" | "name-equal")[];
                threshold?: number;
                /** @description What kinds of evidence count for; 1 is as measured, and other scores are not calibrated */
                weights?: components["schemas"]["EvidenceWeightsInput"];
            };
            subject: components["schemas"]["ScreenedPartyInput"];
        };
        SignedHead: {
            signature: string;
            size: number;
            text: string;
        };
        SignedHeadInput: {
            signature: string;
            size: number;
            text: string;
        };
        Subject: {
            businessLine: string | null;
            caption: string;
            /** @description ISO 8601, UTC */
            createdAt: string;
            id: string;
            readonly properties: {
                [key: string]: string[];
            };
            ref: string | null;
            removedAt: string | null;
            schema: string;
            /** @description The last screening; null where there was none yet */
            screened: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description Listed parties that resemble it at all; the hits among them are its alerts */
                matches: number;
                snapshot: string;
            } | null;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
        };
        SubjectImport: {
            alerts: number;
            created: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            endedAt: string | null;
            failure: string | null;
            id: string;
            name: string;
            /** @description The first of the rows that were not taken */
            readonly problems: {
                line: number;
                problem: string;
                row: number;
            }[];
            rejected: number;
            rows: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            unchanged: number;
            updated: number;
        };
        SubjectImportInput: {
            alerts: number;
            created: number;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            endedAt: string | null;
            failure: string | null;
            id: string;
            name: string;
            /** @description The first of the rows that were not taken */
            readonly problems: {
                line: number;
                problem: string;
                row: number;
            }[];
            rejected: number;
            rows: number;
            /** @enum {string} */
            state: "waiting" | "running" | "done" | "failed";
            unchanged: number;
            updated: number;
        };
        SubjectInput: {
            businessLine: string | null;
            caption: string;
            /** @description ISO 8601, UTC */
            createdAt: string;
            id: string;
            readonly properties: {
                [key: string]: string[];
            };
            ref: string | null;
            removedAt: string | null;
            schema: string;
            /** @description The last screening; null where there was none yet */
            screened: {
                /** @description ISO 8601, UTC */
                at: string;
                /** @description Listed parties that resemble it at all; the hits among them are its alerts */
                matches: number;
                snapshot: string;
            } | null;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
        };
        SubjectRequest: {
            /** @default null */
            businessLine: string | null;
            readonly properties: {
                [key: string]: string[];
            };
            /**
             * @description Your own number for the party
             * @default null
             */
            ref: string | null;
            schema: string;
        };
        SubjectRequestInput: {
            /** @default null */
            businessLine: string | null;
            readonly properties: {
                [key: string]: string[];
            };
            /**
             * @description Your own number for the party
             * @default null
             */
            ref: string | null;
            schema: string;
        };
        SubjectsBrought: {
            readonly closed: string[];
            /** @description Ids of alerts */
            readonly opened: string[];
            readonly subjects: {
                /** @enum {string} */
                change: "created" | "updated" | "unchanged";
                id: string;
                ref: string | null;
                version: number;
            }[];
        };
        SubjectsBroughtInput: {
            readonly closed: string[];
            /** @description Ids of alerts */
            readonly opened: string[];
            readonly subjects: {
                /** @enum {string} */
                change: "created" | "updated" | "unchanged";
                id: string;
                ref: string | null;
                version: number;
            }[];
        };
        Suppression: {
            alertId: string | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            decisionId: string | null;
            entityId: string;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            lapsedAt: string | null;
            lapsedBecause: string | null;
            listingCaption: string;
            readonly listingFacts: {
                [key: string]: string[];
            };
            reason: string;
            revokedAt: string | null;
            revokedBy: components["schemas"]["Actor"] | null;
            /** @enum {string} */
            state: "holds" | "revoked" | "not-yet" | "ended" | "subject-changed" | "listing-changed";
            readonly subjectFacts: {
                [key: string]: string[];
            };
            subjectId: string | null;
            /** @description YYYY-MM-DD */
            until: string;
            /** @description Why it does not hold */
            words: string | null;
        };
        SuppressionInput: {
            alertId: string | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            decisionId: string | null;
            entityId: string;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            lapsedAt: string | null;
            lapsedBecause: string | null;
            listingCaption: string;
            readonly listingFacts: {
                [key: string]: string[];
            };
            reason: string;
            revokedAt: string | null;
            revokedBy: components["schemas"]["ActorInput"] | null;
            /** @enum {string} */
            state: "holds" | "revoked" | "not-yet" | "ended" | "subject-changed" | "listing-changed";
            readonly subjectFacts: {
                [key: string]: string[];
            };
            subjectId: string | null;
            /** @description YYYY-MM-DD */
            until: string;
            /** @description Why it does not hold */
            words: string | null;
        };
        Tuning: {
            readonly bins: {
                falsePositives: number;
                /** @description Scores from here, a hundredth wide */
                from: number;
                matches: number;
                /** @description Subjects whose nearest match is here */
                subjects: number;
                /** @description Alerts of this score decided so */
                trueMatches: number;
            }[];
            readonly curve: {
                about: string;
                clean: number;
                readonly nameAlone: {
                    organizations: number;
                    /** @description Percent of listed persons, written otherwise, that are found */
                    persons: number;
                    /** @description Hits in a thousand clean customers */
                    perThousand: number;
                    threshold: number;
                }[];
                over: string;
                positives: number;
                readonly withFacts: {
                    organizations: number;
                    /** @description Percent of listed persons, written otherwise, that are found */
                    persons: number;
                    /** @description Hits in a thousand clean customers */
                    perThousand: number;
                    threshold: number;
                }[];
            };
            policyVersion: number;
            readonly subjects: {
                alertsPerDay: number;
                /** @description Days of the averages */
                days: number;
                /** @description New ones, on average of the last days */
                perDay: number;
                screened: number;
                total: number;
            };
            /** @description In force */
            threshold: number;
            thresholdMin: number;
        };
        TuningInput: {
            readonly bins: {
                falsePositives: number;
                /** @description Scores from here, a hundredth wide */
                from: number;
                matches: number;
                /** @description Subjects whose nearest match is here */
                subjects: number;
                /** @description Alerts of this score decided so */
                trueMatches: number;
            }[];
            readonly curve: {
                about: string;
                clean: number;
                readonly nameAlone: {
                    organizations: number;
                    /** @description Percent of listed persons, written otherwise, that are found */
                    persons: number;
                    /** @description Hits in a thousand clean customers */
                    perThousand: number;
                    threshold: number;
                }[];
                over: string;
                positives: number;
                readonly withFacts: {
                    organizations: number;
                    /** @description Percent of listed persons, written otherwise, that are found */
                    persons: number;
                    /** @description Hits in a thousand clean customers */
                    perThousand: number;
                    threshold: number;
                }[];
            };
            policyVersion: number;
            readonly subjects: {
                alertsPerDay: number;
                /** @description Days of the averages */
                days: number;
                /** @description New ones, on average of the last days */
                perDay: number;
                screened: number;
                total: number;
            };
            /** @description In force */
            threshold: number;
            thresholdMin: number;
        };
        Verdict: {
            /** @enum {string} */
            answer: "clear" | "permitted" | "refer" | "prohibited";
            at: string;
            readonly findings: components["schemas"]["Finding"][];
            readonly of: {
                measures: string;
                policy: string;
                redFlags?: string;
                snapshot: string;
                readonly suppressions?: string[];
                transaction: string;
                readonly waivers: string[];
            };
            readonly reservations: string[];
            summary: string;
            readonly wouldChange: string[];
        };
        VerdictInput: {
            /** @enum {string} */
            answer: "clear" | "permitted" | "refer" | "prohibited";
            at: string;
            readonly findings: components["schemas"]["FindingInput"][];
            readonly of: {
                measures: string;
                policy: string;
                redFlags?: string;
                snapshot: string;
                readonly suppressions?: string[];
                transaction: string;
                readonly waivers: string[];
            };
            readonly reservations: string[];
            summary: string;
            readonly wouldChange: string[];
        };
        WaiverApplication: {
            applicant: components["schemas"]["Actor"];
            readonly attachments: {
                id: string;
                item: string | null;
                mediaType: string;
                name: string;
                sha256: string;
                size: number;
            }[];
            /** @description Persons who wrote in it: none of them takes part in deciding on it */
            readonly authors: string[];
            /** @description What in the file does not agree with itself */
            readonly conflicts: components["schemas"]["PaperNote"][];
            readonly courses: components["schemas"]["ApprovalCourse"][];
            /** @description ISO 8601, UTC */
            createdAt: string;
            readonly decisions: {
                countersignedAt: string | null;
                countersignerId: string | null;
                id: string;
                outcome: ("confirmed" | "sent-back") | null;
                readonly proposal: {
                    approvedOn: string;
                    /** @default [] */
                    readonly conditions: string[];
                    from: string;
                    readonly items: {
                        readonly hs?: string[];
                        line: string;
                        /** @enum {string} */
                        outcome: "approved" | "refused" | "further-review";
                        readonly quantity?: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                        reason?: string;
                    }[];
                    /** @default [] */
                    readonly measures: string[];
                    /** @default null */
                    parties: string[] | null;
                    readonly periodLimits?: ({
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        line: string;
                        readonly max: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                        /** @constant */
                        of: "line";
                    } | {
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        readonly max: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                        /** @constant */
                        of: "value";
                    } | {
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        max: number;
                        /** @constant */
                        of: "shipments";
                    })[];
                    /** @default true */
                    publishRemaining: boolean;
                    reason: string;
                    reference: string;
                    /** @default false */
                    returnsRestore: boolean;
                    /** @default null */
                    route: string[] | null;
                    /** @default null */
                    shipmentsMax: number | null;
                    /** @default Decision recorded in this service */
                    source: string;
                    until: string;
                    readonly valueMax?: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                };
                /** @description ISO 8601, UTC */
                proposedAt: string;
                reviewerId: string;
                template: string;
            }[];
            readonly events: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
                readonly event: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                sequence: number;
            }[];
            readonly file: {
                /** @default  */
                antiDiversion: string;
                readonly applicant: {
                    /** @default  */
                    contact: string;
                    /** @default null */
                    country: string | null;
                    /** @default [] */
                    readonly exemptions: {
                        approvedOn: string;
                        reference: string;
                    }[];
                    /** @default null */
                    kind: ("member-state" | "un-agency" | "red-cross-or-ioc" | "international-organization" | "ngo" | "company") | null;
                    /** @default  */
                    name: string;
                    /** @default  */
                    trackRecord: string;
                };
                /** @default [] */
                readonly approvals: string[];
                /** @default  */
                beneficiaryCriteria: string;
                /** @default  */
                changes: string;
                /** @default  */
                description: string;
                /** @default  */
                earlierCases: string;
                /** @default false */
                emergency: boolean;
                /** @default  */
                emergencyReason: string;
                /** @default null */
                from: string | null;
                /** @default null */
                goingFrom: string | null;
                /** @default null */
                goingTo: string | null;
                /** @default [] */
                readonly lines: {
                    /** @default null */
                    controlNumber: string | null;
                    /** @default null */
                    hs: string | null;
                    /** @default  */
                    item: string;
                    line: string;
                    /** @default  */
                    maker: string;
                    /** @default null */
                    origin: string | null;
                    /** @default null */
                    quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    } | null;
                    /** @default null */
                    shipment: number | null;
                    /** @default null */
                    shipOn: string | null;
                    /** @default  */
                    specification: string;
                    /** @default  */
                    supplier: string;
                    /** @default null */
                    unitValue: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                }[];
                /** @default  */
                nature: string;
                /** @default false */
                noPayments: boolean;
                /** @default null */
                notifiedStateOn: string | null;
                /** @default [] */
                readonly parties: {
                    /** @default {} */
                    readonly properties: {
                        [key: string]: string[];
                    };
                    /** @enum {string} */
                    role: "applicant" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "bank" | "consignee" | "end-user" | "other";
                    /** @default LegalEntity */
                    schema: string;
                }[];
                /** @default [] */
                readonly payments: {
                    /** @default null */
                    amount: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                    /** @default [] */
                    readonly banks: string[];
                    /** @default null */
                    on: string | null;
                    /** @default  */
                    payee: string;
                    /** @default  */
                    payer: string;
                }[];
                /** @default  */
                periodReason: string;
                /** @default [] */
                readonly provisions: string[];
                /** @default  */
                reason: string;
                /** @default [] */
                readonly recipients: {
                    /** @default  */
                    name: string;
                    /** @default  */
                    place: string;
                }[];
                /** @default null */
                route: ("member-state" | "resident-coordinator" | "secretary" | "direct") | null;
                /** @default null */
                statedTotal: {
                    amount: string;
                    currency: string;
                    scale: number;
                } | null;
                /** @default [] */
                readonly transfers: {
                    /** @default  */
                    departure: string;
                    /** @default  */
                    entry: string;
                    /** @default null */
                    from: string | null;
                    /** @default  */
                    method: string;
                    /** @default [] */
                    readonly route: string[];
                    /** @default null */
                    until: string | null;
                }[];
                /** @default null */
                until: string | null;
            };
            readonly forms: {
                readonly missing: components["schemas"]["PaperNote"][];
                template: string;
            }[];
            id: string;
            /** @enum {string} */
            kind: "new" | "amendment" | "extension";
            title: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
            waiverId: string | null;
            /** @description Approvals that do not fit in time, or wait for each other */
            readonly warnings: string[];
        };
        WaiverApplicationInput: {
            applicant: components["schemas"]["ActorInput"];
            readonly attachments: {
                id: string;
                item: string | null;
                mediaType: string;
                name: string;
                sha256: string;
                size: number;
            }[];
            /** @description Persons who wrote in it: none of them takes part in deciding on it */
            readonly authors: string[];
            /** @description What in the file does not agree with itself */
            readonly conflicts: components["schemas"]["PaperNoteInput"][];
            readonly courses: components["schemas"]["ApprovalCourseInput"][];
            /** @description ISO 8601, UTC */
            createdAt: string;
            readonly decisions: {
                countersignedAt: string | null;
                countersignerId: string | null;
                id: string;
                outcome: ("confirmed" | "sent-back") | null;
                readonly proposal: {
                    approvedOn: string;
                    /** @default [] */
                    readonly conditions: string[];
                    from: string;
                    readonly items: {
                        readonly hs?: string[];
                        line: string;
                        /** @enum {string} */
                        outcome: "approved" | "refused" | "further-review";
                        readonly quantity?: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                        reason?: string;
                    }[];
                    /** @default [] */
                    readonly measures: string[];
                    /** @default null */
                    parties: string[] | null;
                    readonly periodLimits?: ({
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        line: string;
                        readonly max: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                        /** @constant */
                        of: "line";
                    } | {
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        readonly max: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                        /** @constant */
                        of: "value";
                    } | {
                        /** @enum {string} */
                        each: "day" | "month" | "year";
                        max: number;
                        /** @constant */
                        of: "shipments";
                    })[];
                    /** @default true */
                    publishRemaining: boolean;
                    reason: string;
                    reference: string;
                    /** @default false */
                    returnsRestore: boolean;
                    /** @default null */
                    route: string[] | null;
                    /** @default null */
                    shipmentsMax: number | null;
                    /** @default Decision recorded in this service */
                    source: string;
                    until: string;
                    readonly valueMax?: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                };
                /** @description ISO 8601, UTC */
                proposedAt: string;
                reviewerId: string;
                template: string;
            }[];
            readonly events: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
                readonly event: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                sequence: number;
            }[];
            readonly file: {
                /** @default  */
                antiDiversion: string;
                /** @default {} */
                readonly applicant: {
                    /** @default  */
                    contact: string;
                    /** @default null */
                    country: string | null;
                    /** @default [] */
                    readonly exemptions: {
                        approvedOn: string;
                        reference: string;
                    }[];
                    /** @default null */
                    kind: ("member-state" | "un-agency" | "red-cross-or-ioc" | "international-organization" | "ngo" | "company") | null;
                    /** @default  */
                    name: string;
                    /** @default  */
                    trackRecord: string;
                };
                /** @default [] */
                readonly approvals: string[];
                /** @default  */
                beneficiaryCriteria: string;
                /** @default  */
                changes: string;
                /** @default  */
                description: string;
                /** @default  */
                earlierCases: string;
                /** @default false */
                emergency: boolean;
                /** @default  */
                emergencyReason: string;
                /** @default null */
                from: string | null;
                /** @default null */
                goingFrom: string | null;
                /** @default null */
                goingTo: string | null;
                /** @default [] */
                readonly lines: {
                    /** @default null */
                    controlNumber: string | null;
                    /** @default null */
                    hs: string | null;
                    /** @default  */
                    item: string;
                    line: string;
                    /** @default  */
                    maker: string;
                    /** @default null */
                    origin: string | null;
                    /** @default null */
                    quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    } | null;
                    /** @default null */
                    shipment: number | null;
                    /** @default null */
                    shipOn: string | null;
                    /** @default  */
                    specification: string;
                    /** @default  */
                    supplier: string;
                    /** @default null */
                    unitValue: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                }[];
                /** @default  */
                nature: string;
                /** @default false */
                noPayments: boolean;
                /** @default null */
                notifiedStateOn: string | null;
                /** @default [] */
                readonly parties: {
                    /** @default {} */
                    readonly properties: {
                        [key: string]: string[];
                    };
                    /** @enum {string} */
                    role: "applicant" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "bank" | "consignee" | "end-user" | "other";
                    /** @default LegalEntity */
                    schema: string;
                }[];
                /** @default [] */
                readonly payments: {
                    /** @default null */
                    amount: {
                        amount: string;
                        currency: string;
                        scale: number;
                    } | null;
                    /** @default [] */
                    readonly banks: string[];
                    /** @default null */
                    on: string | null;
                    /** @default  */
                    payee: string;
                    /** @default  */
                    payer: string;
                }[];
                /** @default  */
                periodReason: string;
                /** @default [] */
                readonly provisions: string[];
                /** @default  */
                reason: string;
                /** @default [] */
                readonly recipients: {
                    /** @default  */
                    name: string;
                    /** @default  */
                    place: string;
                }[];
                /** @default null */
                route: ("member-state" | "resident-coordinator" | "secretary" | "direct") | null;
                /** @default null */
                statedTotal: {
                    amount: string;
                    currency: string;
                    scale: number;
                } | null;
                /** @default [] */
                readonly transfers: {
                    /** @default  */
                    departure: string;
                    /** @default  */
                    entry: string;
                    /** @default null */
                    from: string | null;
                    /** @default  */
                    method: string;
                    /** @default [] */
                    readonly route: string[];
                    /** @default null */
                    until: string | null;
                }[];
                /** @default null */
                until: string | null;
            };
            readonly forms: {
                readonly missing: components["schemas"]["PaperNoteInput"][];
                template: string;
            }[];
            id: string;
            /** @enum {string} */
            kind: "new" | "amendment" | "extension";
            title: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
            waiverId: string | null;
            /** @description Approvals that do not fit in time, or wait for each other */
            readonly warnings: string[];
        };
        WaiverApplicationRow: {
            applicant: components["schemas"]["Actor"];
            readonly courses: components["schemas"]["ApprovalCourse"][];
            /** @description ISO 8601, UTC */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "new" | "amendment" | "extension";
            title: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
            waiverId: string | null;
            /** @description Approvals that do not fit in time, or wait for each other */
            readonly warnings: string[];
        };
        WaiverApplicationRowInput: {
            applicant: components["schemas"]["ActorInput"];
            readonly courses: components["schemas"]["ApprovalCourseInput"][];
            /** @description ISO 8601, UTC */
            createdAt: string;
            id: string;
            /** @enum {string} */
            kind: "new" | "amendment" | "extension";
            title: string;
            /** @description ISO 8601, UTC */
            updatedAt: string;
            version: number;
            waiverId: string | null;
            /** @description Approvals that do not fit in time, or wait for each other */
            readonly warnings: string[];
        };
        WaiverLine: {
            readonly allowed: {
                amount: string;
                scale: number;
                unit: string;
            };
            item: string;
            readonly left: {
                amount: string;
                scale: number;
                unit: string;
            };
            line: string;
            /** @description What was asked for */
            readonly requested: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly reserved: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly returned: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly used: {
                amount: string;
                scale: number;
                unit: string;
            };
        };
        WaiverLineInput: {
            readonly allowed: {
                amount: string;
                scale: number;
                unit: string;
            };
            item: string;
            readonly left: {
                amount: string;
                scale: number;
                unit: string;
            };
            line: string;
            /** @description What was asked for */
            readonly requested: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly reserved: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly returned: {
                amount: string;
                scale: number;
                unit: string;
            };
            readonly used: {
                amount: string;
                scale: number;
                unit: string;
            };
        };
        WaiverNeed: {
            /** @enum {string} */
            basis: "read" | "background";
            readonly because: string[];
            daysUsual: number;
            readonly dependsOn: string[];
            /** @description True where waivers that the organisation holds cover it already */
            isHeld: boolean;
            readonly lines: string[];
            readonly measures: string[];
            office: string;
            template: string;
            title: string;
        };
        WaiverNeedInput: {
            /** @enum {string} */
            basis: "read" | "background";
            readonly because: string[];
            daysUsual: number;
            readonly dependsOn: string[];
            /** @description True where waivers that the organisation holds cover it already */
            isHeld: boolean;
            readonly lines: string[];
            readonly measures: string[];
            office: string;
            template: string;
            title: string;
        };
        WaiverPermission: {
            readonly acts: {
                readonly act: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
            }[];
            applicationId: string | null;
            authority: string;
            confirmedAt: string | null;
            confirmedBy: components["schemas"]["Actor"] | null;
            daysLeft: number;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            /** @description Number of its letter, by which anybody verifies it */
            letter: string | null;
            readonly lines: components["schemas"]["WaiverLine"][];
            /** @description Why it does not hold now, in a sentence each */
            readonly reasons: string[];
            /** @description ISO 8601, UTC */
            recordedAt: string;
            recordedBy: components["schemas"]["Actor"];
            reference: string;
            readonly reports: components["schemas"]["WaiverReport"][];
            readonly shipments: {
                /** @description YYYY-MM-DD */
                day: string;
                passed: boolean;
                reference: string;
            }[];
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered";
            readonly terms: {
                approvedOn: string;
                authority: string;
                /** @default [] */
                readonly conditions: string[];
                from: string;
                readonly lines: {
                    readonly hs: string[];
                    item: string;
                    line: string;
                    readonly quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                }[];
                readonly measures: string[];
                parties: string[] | null;
                readonly periodLimits?: ({
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    line: string;
                    readonly max: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    /** @constant */
                    of: "line";
                } | {
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    readonly max: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                    /** @constant */
                    of: "value";
                } | {
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    max: number;
                    /** @constant */
                    of: "shipments";
                })[];
                publishRemaining: boolean;
                reference: string;
                returnsRestore: boolean;
                /** @default null */
                revokedOn: string | null;
                route: string[] | null;
                shipmentsMax: number | null;
                source: string;
                readonly suspensions?: {
                    from: string;
                    reason: string;
                    until: string | null;
                }[];
                title: string;
                until: string;
                /** @default [] */
                readonly uses: {
                    date: string;
                    readonly lines: {
                        line: string;
                        readonly quantity: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                    }[];
                    reference: string;
                    readonly value?: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                }[];
                readonly valueMax?: {
                    amount: string;
                    currency: string;
                    scale: number;
                };
                zone?: string;
            };
            title: string;
            /** @description YYYY-MM-DD */
            until: string;
            value: {
                allowed: string;
                currency: string;
                left: string;
                reserved: string;
                used: string;
            } | null;
            version: number;
        };
        WaiverPermissionInput: {
            readonly acts: {
                readonly act: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
            }[];
            applicationId: string | null;
            authority: string;
            confirmedAt: string | null;
            confirmedBy: components["schemas"]["ActorInput"] | null;
            daysLeft: number;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            /** @description Number of its letter, by which anybody verifies it */
            letter: string | null;
            readonly lines: components["schemas"]["WaiverLineInput"][];
            /** @description Why it does not hold now, in a sentence each */
            readonly reasons: string[];
            /** @description ISO 8601, UTC */
            recordedAt: string;
            recordedBy: components["schemas"]["ActorInput"];
            reference: string;
            readonly reports: components["schemas"]["WaiverReportInput"][];
            readonly shipments: {
                /** @description YYYY-MM-DD */
                day: string;
                passed: boolean;
                reference: string;
            }[];
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered";
            readonly terms: {
                approvedOn: string;
                authority: string;
                /** @default [] */
                readonly conditions: string[];
                from: string;
                readonly lines: {
                    readonly hs: string[];
                    item: string;
                    line: string;
                    readonly quantity: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                }[];
                readonly measures: string[];
                parties: string[] | null;
                readonly periodLimits?: ({
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    line: string;
                    readonly max: {
                        amount: string;
                        scale: number;
                        unit: string;
                    };
                    /** @constant */
                    of: "line";
                } | {
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    readonly max: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                    /** @constant */
                    of: "value";
                } | {
                    /** @enum {string} */
                    each: "day" | "month" | "year";
                    max: number;
                    /** @constant */
                    of: "shipments";
                })[];
                publishRemaining: boolean;
                reference: string;
                returnsRestore: boolean;
                /** @default null */
                revokedOn: string | null;
                route: string[] | null;
                shipmentsMax: number | null;
                source: string;
                readonly suspensions?: {
                    from: string;
                    reason: string;
                    until: string | null;
                }[];
                title: string;
                until: string;
                /** @default [] */
                readonly uses: {
                    date: string;
                    readonly lines: {
                        line: string;
                        readonly quantity: {
                            amount: string;
                            scale: number;
                            unit: string;
                        };
                    }[];
                    reference: string;
                    readonly value?: {
                        amount: string;
                        currency: string;
                        scale: number;
                    };
                }[];
                readonly valueMax?: {
                    amount: string;
                    currency: string;
                    scale: number;
                };
                zone?: string;
            };
            title: string;
            /** @description YYYY-MM-DD */
            until: string;
            value: {
                allowed: string;
                currency: string;
                left: string;
                reserved: string;
                used: string;
            } | null;
            version: number;
        };
        WaiverReport: {
            /** @description YYYY-MM-DD */
            dueOn: string;
            key: string;
            /** @enum {string} */
            kind: "delivery" | "implementation" | "diversion-risk";
            reference: string | null;
            /** @enum {string} */
            state: "upcoming" | "due-soon" | "overdue" | "filed";
            words: string;
        };
        WaiverReportInput: {
            /** @description YYYY-MM-DD */
            dueOn: string;
            key: string;
            /** @enum {string} */
            kind: "delivery" | "implementation" | "diversion-risk";
            reference: string | null;
            /** @enum {string} */
            state: "upcoming" | "due-soon" | "overdue" | "filed";
            words: string;
        };
        WaiverRow: {
            applicationId: string | null;
            authority: string;
            daysLeft: number;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            readonly lines: components["schemas"]["WaiverLine"][];
            /** @description Why it does not hold now, in a sentence each */
            readonly reasons: string[];
            reference: string;
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered";
            title: string;
            /** @description YYYY-MM-DD */
            until: string;
            version: number;
        };
        WaiverRowInput: {
            applicationId: string | null;
            authority: string;
            daysLeft: number;
            /** @description YYYY-MM-DD */
            from: string;
            id: string;
            readonly lines: components["schemas"]["WaiverLineInput"][];
            /** @description Why it does not hold now, in a sentence each */
            readonly reasons: string[];
            reference: string;
            /** @enum {string} */
            standing: "awaiting-confirmation" | "not-yet" | "in-force" | "suspended" | "exhausted" | "expired" | "revoked" | "surrendered";
            title: string;
            /** @description YYYY-MM-DD */
            until: string;
            version: number;
        };
        WaiverTemplate: {
            appealDays: number | null;
            authority: string | null;
            /** @enum {string} */
            basis: "read" | "background";
            calendar: string;
            /** @description How long it took as far as known */
            daysUsual: number;
            readonly dependsOn: string[];
            readonly form: {
                item: string;
                mark: string;
                words: string;
            }[];
            id: string;
            instrument: string;
            office: string;
            readonly procedure: {
                /** @enum {string} */
                kind: "no-objection" | "decision" | "notice";
            } & {
                [key: string]: unknown;
            };
            readonly reports: ({
                kind: string;
            } & {
                [key: string]: unknown;
            })[];
            source: string;
            title: string;
            validity: {
                monthsMax: number;
                monthsUsual: number;
                shipmentsMax: number | null;
            } | null;
        };
        WaiverTemplateInput: {
            appealDays: number | null;
            authority: string | null;
            /** @enum {string} */
            basis: "read" | "background";
            calendar: string;
            /** @description How long it took as far as known */
            daysUsual: number;
            readonly dependsOn: string[];
            readonly form: {
                item: string;
                mark: string;
                words: string;
            }[];
            id: string;
            instrument: string;
            office: string;
            readonly procedure: {
                /** @enum {string} */
                kind: "no-objection" | "decision" | "notice";
            } & {
                [key: string]: unknown;
            };
            readonly reports: ({
                kind: string;
            } & {
                [key: string]: unknown;
            })[];
            source: string;
            title: string;
            validity: {
                monthsMax: number;
                monthsUsual: number;
                shipmentsMax: number | null;
            } | null;
        };
        WaiverTour: {
            note: string;
            readonly steps: {
                ask: {
                    /** Format: date-time */
                    at: string;
                    deadline: string | null;
                    readonly events: {
                        /** Format: date-time */
                        at: string;
                        event: {
                            readonly approvals: string[];
                            /** @constant */
                            kind: "submitted";
                            version: number;
                        } | {
                            by: string;
                            /** @constant */
                            kind: "forwarded";
                            template: string;
                        } | {
                            /** @constant */
                            kind: "circulated";
                            readonly members: string[];
                            template: string;
                            /** @default false */
                            urgent: boolean;
                        } | {
                            /** @constant */
                            kind: "consented";
                            member: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "held";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "hold-extended";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "hold-lifted";
                            member: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "objected";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            by: string;
                            /** @constant */
                            kind: "asked";
                            number: number;
                            question: string;
                            template: string;
                        } | {
                            answer: string;
                            /** @constant */
                            kind: "answered";
                            number: number;
                            template: string;
                        } | {
                            activitiesFrom: string;
                            /** @constant */
                            kind: "noticed";
                            template: string;
                        } | {
                            decision: string;
                            /** @constant */
                            kind: "proposed";
                            template: string;
                        } | {
                            decision: string;
                            /** @constant */
                            kind: "sent-back";
                            reason: string;
                            template: string;
                        } | {
                            decision: string;
                            readonly items: {
                                readonly hs?: string[];
                                line: string;
                                /** @enum {string} */
                                outcome: "approved" | "refused" | "further-review";
                                readonly quantity?: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                reason?: string;
                            }[];
                            /** @constant */
                            kind: "decided";
                            /** @enum {string} */
                            outcome: "approved" | "refused" | "further-review";
                            template: string;
                            waiver: string | null;
                        } | {
                            /** @constant */
                            kind: "appealed";
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "withdrawn";
                            reason: string;
                        };
                    }[];
                    /** @constant */
                    kind: "course";
                    phase: string;
                    template: string;
                } | {
                    /** @enum {string} */
                    answer: "clear" | "permitted" | "refer" | "prohibited";
                    /** Format: date */
                    at: string;
                    /** @constant */
                    kind: "check";
                    /** @default [] */
                    readonly needs: string[];
                    says: string;
                    readonly transaction: {
                        readonly capUses?: {
                            measure: string;
                            period: string;
                            source: string;
                            readonly used: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        /** @default [] */
                        readonly claims: {
                            about: string;
                            evidence: string;
                            /** @enum {string} */
                            exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                        }[];
                        /** @default null */
                        from: string | null;
                        /** @default null */
                        funds: {
                            amount: string;
                            currency: string;
                            scale: number;
                        } | null;
                        /** @default [] */
                        readonly goods: {
                            readonly controls?: "ear"[];
                            description: string;
                            hs: string | null;
                            line: string;
                            origin?: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                            readonly unitValue?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        }[];
                        /** @default [] */
                        readonly jurisdictions: string[];
                        /** @enum {string} */
                        kind: "payment" | "shipment" | "hire" | "project" | "party";
                        readonly parties: {
                            id?: string;
                            readonly properties: {
                                [key: string]: string[];
                            };
                            readonly records?: {
                                readonly parties: {
                                    id: string;
                                    readonly properties: {
                                        [key: string]: string[];
                                    };
                                    schema: string;
                                    seen: string | null;
                                }[];
                                readonly same: {
                                    a: string;
                                    b: string;
                                    reason: string;
                                }[];
                                self: string;
                                readonly sharers: {
                                    fact: string;
                                    parties: number;
                                }[];
                            };
                            readonly redFlags?: {
                                readonly accounts: string[];
                                case?: string;
                                readonly flags: {
                                    account: string;
                                    readonly evidence: {
                                        account: string;
                                        at: string | null;
                                        fact: string;
                                        value: string;
                                    }[];
                                    on: string | null;
                                    rule: string;
                                    words: string;
                                }[];
                            };
                            readonly related?: {
                                from?: string;
                                /** @enum {string} */
                                interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                of?: string;
                                /** @enum {string} */
                                relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                share?: string;
                                source?: string;
                                readonly subject: {
                                    id?: string;
                                    readonly properties: {
                                        [key: string]: string[];
                                    };
                                    schema: string;
                                };
                                until?: string;
                            }[];
                            /** @enum {string} */
                            role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                            roleNote?: string;
                            schema: string;
                        }[];
                        purpose: string;
                        reference: string;
                        /** @default [] */
                        readonly route: string[];
                        /** @default [] */
                        readonly services: {
                            description: string;
                            /** @enum {string} */
                            kind: "it-work" | "labour" | "financial" | "transport" | "other";
                            line: string;
                        }[];
                        /** @default null */
                        to: string | null;
                        /** @default [] */
                        readonly waivers: string[];
                    };
                    readonly waivers: {
                        approvedOn: string;
                        authority: string;
                        /** @default [] */
                        readonly conditions: string[];
                        from: string;
                        readonly lines: {
                            readonly hs: string[];
                            item: string;
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        readonly measures: string[];
                        parties: string[] | null;
                        readonly periodLimits?: ({
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            line: string;
                            readonly max: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                            /** @constant */
                            of: "line";
                        } | {
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            readonly max: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                            /** @constant */
                            of: "value";
                        } | {
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            max: number;
                            /** @constant */
                            of: "shipments";
                        })[];
                        reference: string;
                        /** @default null */
                        revokedOn: string | null;
                        route: string[] | null;
                        shipmentsMax: number | null;
                        source: string;
                        readonly suspensions?: {
                            from: string;
                            reason: string;
                            until: string | null;
                        }[];
                        title: string;
                        until: string;
                        /** @default [] */
                        readonly uses: {
                            date: string;
                            readonly lines: {
                                line: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            reference: string;
                            readonly value?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        }[];
                        readonly valueMax?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                        zone?: string;
                    }[];
                };
                /** Format: date */
                day: string;
                place: ("/waivers" | "/waivers/ask" | "/desk") | null;
                source: string;
                readonly title: {
                    en: string;
                    ko: string;
                };
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
        };
        WaiverTourInput: {
            note: string;
            readonly steps: {
                ask: {
                    /** Format: date-time */
                    at: string;
                    deadline: string | null;
                    readonly events: {
                        /** Format: date-time */
                        at: string;
                        event: {
                            readonly approvals: string[];
                            /** @constant */
                            kind: "submitted";
                            version: number;
                        } | {
                            by: string;
                            /** @constant */
                            kind: "forwarded";
                            template: string;
                        } | {
                            /** @constant */
                            kind: "circulated";
                            readonly members: string[];
                            template: string;
                            /** @default false */
                            urgent: boolean;
                        } | {
                            /** @constant */
                            kind: "consented";
                            member: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "held";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "hold-extended";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "hold-lifted";
                            member: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "objected";
                            member: string;
                            reason: string;
                            template: string;
                        } | {
                            by: string;
                            /** @constant */
                            kind: "asked";
                            number: number;
                            question: string;
                            template: string;
                        } | {
                            answer: string;
                            /** @constant */
                            kind: "answered";
                            number: number;
                            template: string;
                        } | {
                            activitiesFrom: string;
                            /** @constant */
                            kind: "noticed";
                            template: string;
                        } | {
                            decision: string;
                            /** @constant */
                            kind: "proposed";
                            template: string;
                        } | {
                            decision: string;
                            /** @constant */
                            kind: "sent-back";
                            reason: string;
                            template: string;
                        } | {
                            decision: string;
                            readonly items: {
                                readonly hs?: string[];
                                line: string;
                                /** @enum {string} */
                                outcome: "approved" | "refused" | "further-review";
                                readonly quantity?: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                                reason?: string;
                            }[];
                            /** @constant */
                            kind: "decided";
                            /** @enum {string} */
                            outcome: "approved" | "refused" | "further-review";
                            template: string;
                            waiver: string | null;
                        } | {
                            /** @constant */
                            kind: "appealed";
                            reason: string;
                            template: string;
                        } | {
                            /** @constant */
                            kind: "withdrawn";
                            reason: string;
                        };
                    }[];
                    /** @constant */
                    kind: "course";
                    phase: string;
                    template: string;
                } | {
                    /** @enum {string} */
                    answer: "clear" | "permitted" | "refer" | "prohibited";
                    /** Format: date */
                    at: string;
                    /** @constant */
                    kind: "check";
                    /** @default [] */
                    readonly needs: string[];
                    says: string;
                    readonly transaction: {
                        readonly capUses?: {
                            measure: string;
                            period: string;
                            source: string;
                            readonly used: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        /** @default [] */
                        readonly claims: {
                            about: string;
                            evidence: string;
                            /** @enum {string} */
                            exception: "civil-aircraft-spares" | "food-or-medicine" | "humanitarian-2664" | "us-commerce-licensed" | "us-ngo-activities" | "us-personal-remittance";
                        }[];
                        /** @default null */
                        from: string | null;
                        /** @default null */
                        funds: {
                            amount: string;
                            currency: string;
                            scale: number;
                        } | null;
                        /** @default [] */
                        readonly goods: {
                            readonly controls?: "ear"[];
                            description: string;
                            hs: string | null;
                            line: string;
                            origin?: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                            readonly unitValue?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        }[];
                        /** @default [] */
                        readonly jurisdictions: string[];
                        /** @enum {string} */
                        kind: "payment" | "shipment" | "hire" | "project" | "party";
                        readonly parties: {
                            id?: string;
                            readonly properties: {
                                [key: string]: string[];
                            };
                            readonly records?: {
                                readonly parties: {
                                    id: string;
                                    readonly properties: {
                                        [key: string]: string[];
                                    };
                                    schema: string;
                                    seen: string | null;
                                }[];
                                readonly same: {
                                    a: string;
                                    b: string;
                                    reason: string;
                                }[];
                                self: string;
                                readonly sharers: {
                                    fact: string;
                                    parties: number;
                                }[];
                            };
                            readonly redFlags?: {
                                readonly accounts: string[];
                                case?: string;
                                readonly flags: {
                                    account: string;
                                    readonly evidence: {
                                        account: string;
                                        at: string | null;
                                        fact: string;
                                        value: string;
                                    }[];
                                    on: string | null;
                                    rule: string;
                                    words: string;
                                }[];
                            };
                            readonly related?: {
                                from?: string;
                                /** @enum {string} */
                                interest?: "ownership" | "votes" | "board-majority" | "control" | "influence" | "nominee";
                                of?: string;
                                /** @enum {string} */
                                relation: "owner" | "director" | "founder" | "employee" | "subsidiary" | "family" | "other";
                                share?: string;
                                source?: string;
                                readonly subject: {
                                    id?: string;
                                    readonly properties: {
                                        [key: string]: string[];
                                    };
                                    schema: string;
                                };
                                until?: string;
                            }[];
                            /** @enum {string} */
                            role: "payer" | "payee" | "payer-bank" | "payee-bank" | "intermediary" | "supplier" | "manufacturer" | "carrier" | "forwarder" | "vessel" | "consignee" | "end-user" | "employer" | "worker" | "applicant" | "other";
                            roleNote?: string;
                            schema: string;
                        }[];
                        purpose: string;
                        reference: string;
                        /** @default [] */
                        readonly route: string[];
                        /** @default [] */
                        readonly services: {
                            description: string;
                            /** @enum {string} */
                            kind: "it-work" | "labour" | "financial" | "transport" | "other";
                            line: string;
                        }[];
                        /** @default null */
                        to: string | null;
                        /** @default [] */
                        readonly waivers: string[];
                    };
                    readonly waivers: {
                        approvedOn: string;
                        authority: string;
                        /** @default [] */
                        readonly conditions: string[];
                        from: string;
                        readonly lines: {
                            readonly hs: string[];
                            item: string;
                            line: string;
                            readonly quantity: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                        }[];
                        readonly measures: string[];
                        parties: string[] | null;
                        readonly periodLimits?: ({
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            line: string;
                            readonly max: {
                                amount: string;
                                scale: number;
                                unit: string;
                            };
                            /** @constant */
                            of: "line";
                        } | {
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            readonly max: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                            /** @constant */
                            of: "value";
                        } | {
                            /** @enum {string} */
                            each: "day" | "month" | "year";
                            max: number;
                            /** @constant */
                            of: "shipments";
                        })[];
                        reference: string;
                        /** @default null */
                        revokedOn: string | null;
                        route: string[] | null;
                        shipmentsMax: number | null;
                        source: string;
                        readonly suspensions?: {
                            from: string;
                            reason: string;
                            until: string | null;
                        }[];
                        title: string;
                        until: string;
                        /** @default [] */
                        readonly uses: {
                            date: string;
                            readonly lines: {
                                line: string;
                                readonly quantity: {
                                    amount: string;
                                    scale: number;
                                    unit: string;
                                };
                            }[];
                            reference: string;
                            readonly value?: {
                                amount: string;
                                currency: string;
                                scale: number;
                            };
                        }[];
                        readonly valueMax?: {
                            amount: string;
                            currency: string;
                            scale: number;
                        };
                        zone?: string;
                    }[];
                };
                /** Format: date */
                day: string;
                place: ("/waivers" | "/waivers/ask" | "/desk") | null;
                source: string;
                readonly title: {
                    en: string;
                    ko: string;
                };
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly title: {
                en: string;
                ko: string;
            };
        };
        Webhook: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            disabledAt: string | null;
            disabledNote: string | null;
            /** @description Since when nothing has reached it */
            failingSince: string | null;
            id: string;
            /** @description Null: every kind of event */
            kinds: string[] | null;
            url: string;
        };
        WebhookChange: {
            description?: string;
            enabled?: boolean;
            kinds?: ("check.decided" | "subject.screened" | "subjects.imported" | "alert.opened" | "alert.changed" | "alert.closed" | "alert.reopened" | "decision.made" | "suppression.lapsed" | "suppression.changed" | "worker-case.opened" | "worker-case.changed" | "worker-case.decided" | "worker-reply.received" | "payout.held" | "payout.released" | "report.due" | "policy.changed" | "lists.updated" | "lists.update-failed" | "job.changed" | "receipts.signed" | "webhook.disabled" | "waiver-application.changed" | "waiver.changed" | "waiver.suspended" | "waiver-report.due")[] | null;
            url?: string;
        };
        WebhookChangeInput: {
            description?: string;
            enabled?: boolean;
            kinds?: ("check.decided" | "subject.screened" | "subjects.imported" | "alert.opened" | "alert.changed" | "alert.closed" | "alert.reopened" | "decision.made" | "suppression.lapsed" | "suppression.changed" | "worker-case.opened" | "worker-case.changed" | "worker-case.decided" | "worker-reply.received" | "payout.held" | "payout.released" | "report.due" | "policy.changed" | "lists.updated" | "lists.update-failed" | "job.changed" | "receipts.signed" | "webhook.disabled" | "waiver-application.changed" | "waiver.changed" | "waiver.suspended" | "waiver-report.due")[] | null;
            url?: string;
        };
        WebhookDelivery: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            dueAt: string | null;
            eventId: string;
            id: string;
            kind: string;
            lastAttemptAt: string | null;
            lastStatus: number | null;
            lastWords: string | null;
            payload: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "given-up";
        };
        WebhookDeliveryInput: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            deliveredAt: string | null;
            dueAt: string | null;
            eventId: string;
            id: string;
            kind: string;
            lastAttemptAt: string | null;
            lastStatus: number | null;
            lastWords: string | null;
            payload: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "given-up";
        };
        WebhookInput: {
            /** Format: date-time */
            createdAt: string;
            description: string;
            disabledAt: string | null;
            disabledNote: string | null;
            /** @description Since when nothing has reached it */
            failingSince: string | null;
            id: string;
            /** @description Null: every kind of event */
            kinds: string[] | null;
            url: string;
        };
        WhatIf: {
            after: components["schemas"]["OwnershipAnswer"];
            before: components["schemas"]["OwnershipAnswer"];
            /** @description Of the parties shown, after the change */
            statuses: {
                [key: string]: "blocked" | "not-blocked" | "undetermined";
            };
        };
        WhatIfInput: {
            after: components["schemas"]["OwnershipAnswerInput"];
            before: components["schemas"]["OwnershipAnswerInput"];
            /** @description Of the parties shown, after the change */
            statuses: {
                [key: string]: "blocked" | "not-blocked" | "undetermined";
            };
        };
        WorkerAccount: {
            account: string;
            /** @description What there is more of than is kept: the latest is looked at */
            readonly beyond: string[];
            readonly cases: string[];
            facts: components["schemas"]["WorkerAccountFacts"];
            readonly flags: components["schemas"]["RedFlag"][];
            judgedAt: string | null;
            readonly lifted: {
                /** @description ISO 8601, UTC */
                at: string;
                rule: string;
            }[];
        };
        WorkerAccountFacts: {
            account: string;
            readonly addresses: string[];
            readonly companies: string[];
            country: string | null;
            readonly devices: string[];
            readonly documents: string[];
            readonly emails: string[];
            /** @description For each hour of the day (UTC) on how many days the account was in */
            readonly hours: number[];
            readonly ips: string[];
            readonly names: string[];
            readonly payoutAccounts: string[];
            readonly phones: string[];
            readonly places: {
                country: string | null;
                days: number;
                place: string | null;
            }[];
            utcOffsetMinutes: number | null;
            readonly wallets: string[];
        };
        WorkerAccountFactsInput: {
            account: string;
            readonly addresses: string[];
            readonly companies: string[];
            country: string | null;
            readonly devices: string[];
            readonly documents: string[];
            readonly emails: string[];
            /** @description For each hour of the day (UTC) on how many days the account was in */
            readonly hours: number[];
            readonly ips: string[];
            readonly names: string[];
            readonly payoutAccounts: string[];
            readonly phones: string[];
            readonly places: {
                country: string | null;
                days: number;
                place: string | null;
            }[];
            utcOffsetMinutes: number | null;
            readonly wallets: string[];
        };
        WorkerAccountInput: {
            account: string;
            /** @description What there is more of than is kept: the latest is looked at */
            readonly beyond: string[];
            readonly cases: string[];
            facts: components["schemas"]["WorkerAccountFactsInput"];
            readonly flags: components["schemas"]["RedFlagInput"][];
            judgedAt: string | null;
            readonly lifted: {
                /** @description ISO 8601, UTC */
                at: string;
                rule: string;
            }[];
        };
        WorkerCase: {
            readonly accounts: string[];
            asked: number;
            assignee: string | null;
            because: string;
            readonly checklist: {
                at: string | null;
                by: components["schemas"]["Actor"] | null;
                done: boolean;
                id: string;
                note: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly cluster: {
                readonly accounts: string[];
                readonly flags: components["schemas"]["RedFlag"][];
                id: string;
                readonly links: components["schemas"]["AccountLink"][];
                readonly score: {
                    because: string;
                    readonly groups: {
                        group: string;
                        readonly rules: string[];
                        weight: number;
                    }[];
                    logOdds: number;
                    opens: boolean;
                    probability: number;
                    sum: number;
                };
            };
            decision: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
                /** @enum {string} */
                outcome: "block" | "clear" | "watch";
                reason: string;
                secondedBy: components["schemas"]["Actor"] | null;
            } | null;
            dueOn: string | null;
            readonly facts: components["schemas"]["WorkerAccountFacts"][];
            readonly history: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["Actor"];
                event: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                receipt: number | null;
            }[];
            readonly holds: components["schemas"]["PayoutHold"][];
            id: string;
            mergedInto: string | null;
            /** @description ISO 8601, UTC */
            openedAt: string;
            readonly playbook: {
                at: string | null;
                by: components["schemas"]["Actor"] | null;
                done: boolean;
                id: string;
                note: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            previousId: string | null;
            /** @description Questions that only a person can answer */
            readonly prompts: {
                readonly question: {
                    en: string;
                    ko: string;
                };
                rule: string;
                why: string;
            }[];
            /** @description What a worker is usually asked */
            readonly questions: {
                id: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            replied: number;
            readonly replies: components["schemas"]["WorkerReply"][];
            readonly rules: string[];
            /** @enum {string} */
            standing: "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";
            /** @description All rows of evidence with a time, the oldest first */
            readonly timeline: {
                account: string;
                at: string | null;
                fact: string;
                rule: string;
                value: string;
            }[];
            version: string;
            weight: number;
        };
        WorkerCaseInput: {
            readonly accounts: string[];
            asked: number;
            assignee: string | null;
            because: string;
            readonly checklist: {
                at: string | null;
                by: components["schemas"]["ActorInput"] | null;
                done: boolean;
                id: string;
                note: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            readonly cluster: {
                readonly accounts: string[];
                readonly flags: components["schemas"]["RedFlagInput"][];
                id: string;
                readonly links: components["schemas"]["AccountLinkInput"][];
                readonly score: {
                    because: string;
                    readonly groups: {
                        group: string;
                        readonly rules: string[];
                        weight: number;
                    }[];
                    logOdds: number;
                    opens: boolean;
                    probability: number;
                    sum: number;
                };
            };
            decision: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
                /** @enum {string} */
                outcome: "block" | "clear" | "watch";
                reason: string;
                secondedBy: components["schemas"]["ActorInput"] | null;
            } | null;
            dueOn: string | null;
            readonly facts: components["schemas"]["WorkerAccountFactsInput"][];
            readonly history: {
                /** @description ISO 8601, UTC */
                at: string;
                by: components["schemas"]["ActorInput"];
                event: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                receipt: number | null;
            }[];
            readonly holds: components["schemas"]["PayoutHoldInput"][];
            id: string;
            mergedInto: string | null;
            /** @description ISO 8601, UTC */
            openedAt: string;
            readonly playbook: {
                at: string | null;
                by: components["schemas"]["ActorInput"] | null;
                done: boolean;
                id: string;
                note: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            previousId: string | null;
            /** @description Questions that only a person can answer */
            readonly prompts: {
                readonly question: {
                    en: string;
                    ko: string;
                };
                rule: string;
                why: string;
            }[];
            /** @description What a worker is usually asked */
            readonly questions: {
                id: string;
                readonly words: {
                    en: string;
                    ko: string;
                };
            }[];
            replied: number;
            readonly replies: components["schemas"]["WorkerReplyInput"][];
            readonly rules: string[];
            /** @enum {string} */
            standing: "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";
            /** @description All rows of evidence with a time, the oldest first */
            readonly timeline: {
                account: string;
                at: string | null;
                fact: string;
                rule: string;
                value: string;
            }[];
            version: string;
            weight: number;
        };
        WorkerCaseRow: {
            readonly accounts: string[];
            asked: number;
            assignee: string | null;
            because: string;
            dueOn: string | null;
            id: string;
            /** @description ISO 8601, UTC */
            openedAt: string;
            replied: number;
            readonly rules: string[];
            /** @enum {string} */
            standing: "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";
            version: string;
            weight: number;
        };
        WorkerCaseRowInput: {
            readonly accounts: string[];
            asked: number;
            assignee: string | null;
            because: string;
            dueOn: string | null;
            id: string;
            /** @description ISO 8601, UTC */
            openedAt: string;
            replied: number;
            readonly rules: string[];
            /** @enum {string} */
            standing: "open" | "awaiting-second" | "blocked" | "cleared" | "watched" | "merged";
            version: string;
            weight: number;
        };
        WorkerReply: {
            account: string;
            answeredAt: string | null;
            answers: {
                id: string;
                words: string;
            }[] | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["Actor"];
            /** @description ISO 8601, UTC */
            expiresAt: string;
            id: string;
            /** @enum {string} */
            language: "en" | "ko";
            readonly questions: {
                id: string;
                words: string;
            }[];
            revokedAt: string | null;
        };
        WorkerReplyInput: {
            account: string;
            answeredAt: string | null;
            answers: {
                id: string;
                words: string;
            }[] | null;
            /** @description ISO 8601, UTC */
            createdAt: string;
            createdBy: components["schemas"]["ActorInput"];
            /** @description ISO 8601, UTC */
            expiresAt: string;
            id: string;
            /** @enum {string} */
            language: "en" | "ko";
            readonly questions: {
                id: string;
                words: string;
            }[];
            revokedAt: string | null;
        };
        YenteEntity: {
            caption: string;
            datasets: string[];
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            target: boolean;
        };
        YenteEntityInput: {
            caption: string;
            datasets: string[];
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            target: boolean;
        };
        YenteError: {
            detail: string | unknown[];
        };
        YenteErrorInput: {
            detail: string | unknown[];
        };
        YenteExample: {
            id?: string | null;
            properties: {
                [key: string]: unknown;
            };
            schema: string;
        };
        YenteExampleInput: {
            id?: string | null;
            properties: {
                [key: string]: unknown;
            };
            schema: string;
        };
        YenteScoredEntity: {
            caption: string;
            datasets: string[];
            explanations: {
                [key: string]: {
                    candidate: string | null;
                    detail: string;
                    query: string | null;
                    score: number;
                };
            };
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            score: number;
            target: boolean;
        };
        YenteScoredEntityInput: {
            caption: string;
            datasets: string[];
            explanations: {
                [key: string]: {
                    candidate: string | null;
                    detail: string;
                    query: string | null;
                    score: number;
                };
            };
            first_seen: string | null;
            id: string;
            last_change: string | null;
            last_seen: string | null;
            match: boolean;
            /** @description Values; entities in place of their ids where the answer is nested */
            properties: {
                [key: string]: unknown[];
            };
            referents: string[];
            schema: string;
            score: number;
            target: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
