// The facts, questions and answers of a case file.
// Made from the rule book by `extradition schema`; do not edit it.

export type YesOrNo = "yes" | "no";

/** In which part of the United Kingdom does the judge at the extradition hearing sit? */
export type JudgeSitsIn = "england_and_wales" | "scotland" | "northern_ireland" | "not_stated";
/** Has a court, in whatever country, already convicted or acquitted the person, otherwise than by the judgment for which the person is now sought? */
export type EarlierJudgment = "final_conviction" | "final_acquittal" | "not_final" | "ended_without_judgment" | "none" | "not_shown";
/** What does that earlier judgment have in common with the offence for which the person is sought? */
export type EarlierJudgmentOverlap = "same_offence" | "same_facts_other_offence" | "other_facts" | "not_shown";
/** Does anything before the judge point to a real possibility that the charge, or the trial, has not been decided on there? */
export type DoubtAboutDecisions = "real_possibility" | "warrant_clear" | "bare_assertion" | "not_shown";
/** Does anything point to a real possibility that something other than the person's absence is a reason for that? */
export type DoubtAboutReason = "real_possibility" | "nothing_else" | "not_shown";
/** Has a competent authority of the requesting territory decided to charge the person with the offence? */
export type DecisionToCharge = "made_formally" | "made_in_substance" | "not_made" | "not_shown";
/** Has a competent authority of the requesting territory decided to try the person for the offence? */
export type DecisionToTry = "made_formally" | "made_in_substance" | "not_made" | "not_shown";
/** Why has a decision to charge or to try not been made? */
export type ReasonForNoDecision = "absence_alone" | "also_other_reasons" | "not_shown";
/** On which ground does the person say that they are pursued, or would suffer? */
export type ProtectedGround = "race" | "religion" | "nationality" | "gender" | "sexual_orientation" | "political_opinions" | "another_ground" | "none_raised" | "not_shown";
/** For what was the warrant or request in fact made? */
export type PurposeOfRequest = "to_pursue_on_that_ground" | "for_the_offence" | "not_shown";
/** If extradited, what does the person face by reason of the ground that the person raises? */
export type FearedTreatment = "prejudice_at_trial" | "punishment_or_detention" | "for_another_reason" | "nothing" | "not_shown";
/** How likely is that treatment? */
export type ChanceOfFearedTreatment = "more_likely_than_not" | "serious_possibility" | "remote" | "not_shown";
/** Did the person knowingly put themselves beyond the reach of the legal process of the requesting territory for this offence? */
export type Fugitive = "yes" | "no" | "not_shown";
/** How many whole years have passed since the alleged offence (person accused), or since the person became unlawfully at large (person convicted)? */
export type YearsElapsed = "not_shown" | number | `${number}`;
/** What accounts for most of that time? */
export type CauseOfDelay = "the_person" | "requesting_authorities" | "ordinary_course" | "not_shown";
/** What has the time done to a trial? */
export type EffectOnTrial = "evidence_lost" | "none" | "no_trial_to_come" | "not_shown";
/** How has the person's life changed in that time? */
export type ChangeOfCircumstances = "deep" | "ordinary" | "little" | "not_shown";
/** Did anything that the authorities did or said lead the person to believe that there would be no pursuit? */
export type FalseSenseOfSecurity = "yes" | "no" | "not_shown";
/** How old, in whole years, was the person when the conduct took place? */
export type AgeAtConduct = "not_shown" | number | `${number}`;
/** Is the requesting territory a party to the Hostage-taking Convention of 1979? */
export type HostageConventionParty = "yes" | "no" | "not_shown";
/** Could the person, once there, communicate with the authorities entitled to exercise rights of protection over the person? */
export type ContactWithProtectingState = "possible" | "not_possible_trial_at_risk" | "not_possible_trial_safe" | "not_shown";
/** Take the act or omission for which the person is sought. Is it also an offence under section 1 of the Taking of Hostages Act 1982, or an attempt to commit one? */
export type HostageTakingOffence = "yes" | "no" | "not_shown";
/** What keeps the requesting territory from dealing with the person for other offences committed before the extradition? */
export type SpecialityProtection = "certified" | "law_or_arrangements" | "none" | "not_shown";
/** What is there to show that the territory would not keep to that? */
export type SpecialityInPractice = "compelling_evidence" | "some_evidence" | "sentence_not_severed" | "none_raised" | "not_shown";
/** Was the person earlier extradited to the United Kingdom, or sent here to serve a sentence? */
export type EarlierTransferToUk = "from_category_1_territory" | "from_other_territory" | "by_international_criminal_court" | "none" | "not_shown";
/** Is the consent of the territory or court that sent the person here needed under its arrangements with the United Kingdom? If so, has it consented to this extradition? */
export type ConsentOfSender = "needed_and_not_given" | "needed_and_given" | "not_needed" | "not_shown";
/** What has the person done since they finished serving the sentence of the International Criminal Court? */
export type AfterIccSentence = "stayed_over_30_days" | "left_and_came_back" | "neither" | "still_serving" | "not_shown";
/** Of what the person is said to have done personally that is material to the offence, how much was done in the United Kingdom? */
export type ActivityInUk = "all_or_most" | "lesser_part" | "trifle" | "none" | "not_shown";
/** Has a designated prosecutor given a certificate that the person should not be prosecuted in the United Kingdom? */
export type ProsecutorsCertificate = "received" | "under_consideration" | "quashed" | "none";
/** Where did most of the loss or harm occur, or where was it meant to occur? */
export type PlaceOfHarm = "united_kingdom" | "requesting_territory" | "elsewhere_or_spread" | "not_shown";
/** In which country would a trial serve the victims better? */
export type VictimsInterests = "united_kingdom" | "requesting_territory" | "no_difference" | "not_shown";
/** What does a prosecutor here believe about the United Kingdom as the place for the case? */
export type ProsecutorsBelief = "uk_not_most_appropriate" | "none_stated" | "not_shown";
/** If the person were prosecuted here for an offence that corresponds to this one, could the evidence that is needed be had here? */
export type EvidenceInUk = "available" | "not_available" | "not_shown";
/** Would a trial in the one country come later than in the other? */
export type DelayByForum = "later_in_uk" | "later_in_requesting_territory" | "no_difference" | "not_shown";
/** Having regard to witnesses, co-defendants and other suspects, in which country could all prosecutions for the offence best be brought together? */
export type SingleJurisdiction = "united_kingdom" | "requesting_territory" | "neither" | "not_shown";
/** How strong are the person's connections with the United Kingdom? */
export type ConnectionsWithUk = "strong" | "some" | "weak" | "not_shown";
/** Where were the acts that make up the offence, as the warrant or request specifies them, physically done? */
export type ActsPlace = "in_the_territory" | "outside_the_territory" | "mixed" | "not_shown";
/** Were effects of acts done elsewhere meant to be felt, and felt, in the requesting territory? */
export type EffectsInTheTerritory = "yes" | "no" | "not_shown";
/** Was any of those acts done in the United Kingdom? */
export type ActsInTheUk = "yes" | "no" | "not_shown";
/** Suppose the specified conduct in the judge's part of the United Kingdom, with its own authorities and institutions in place of the foreign ones. Would it be an offence there under the general criminal law of the day of the conduct? */
export type UkEquivalent = "offence" | "offence_but_for_the_kind_of_tax" | "offence_only_since" | "no_offence" | "not_shown";
/** If the United Kingdom stood where the requesting territory stands, would an offence here reach equivalent acts done outside the United Kingdom? */
export type UkExtraterritorial = "yes" | "no" | "not_shown";
/** What is the longest custodial term for that equivalent offence here, in whole months (0 if it carries none)? */
export type UkMaximum = "life" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** What is the longest custodial term for the offence in the requesting territory, in whole months (0 if it carries none)? In Part 1 a term under its military law alone does not count. */
export type ForeignMaximum = "life_or_greater" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** What custodial sentence was imposed there for the offence, in whole months (0 if none that takes away liberty)? */
export type SentenceImposed = "not_yet_imposed" | "life_or_greater" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** Was that one sentence for several offences together? */
export type AggregateSentence = "yes" | "no" | "not_shown";
/** Does the warrant certify the conduct as one of the kinds on the European framework list? */
export type FrameworkListCertificate = "yes" | "no" | "not_shown";
/** Is the conduct genocide, a crime against humanity or a war crime, or ancillary to one? Take the offences as the International Criminal Court Act 2001 or its Scottish counterpart makes them. */
export type InternationalCrime = "yes" | "no" | "not_shown";
/** Is the person charged with an offence in the United Kingdom, and when did the judge learn of it? */
export type UkCharge = "pending_before_hearing" | "learned_of_during_hearing" | "learned_of_after_hearing" | "disposed_of" | "none" | "not_shown";
/** Is the person in custody serving a sentence in the United Kingdom, and when did the judge learn of it? */
export type UkSentence = "serving_before_hearing" | "learned_of_during_hearing" | "learned_of_after_hearing" | "released" | "none" | "not_shown";
/** Has anyone asked for the person's temporary transfer, or for the person to speak with the authorities there, before extradition is decided? */
export type TransferOrInterviewRequest = "awaiting_consent" | "consented" | "carried_out" | "refused" | "none" | "not_shown";
/** Have these proceedings been ordered to wait for another territory's claim to the person? */
export type CompetingClaim = "deferred" | "pending_without_order" | "none" | "not_shown";
/** Has the warrant or request been withdrawn? */
export type Withdrawal = "told_to_judge" | "told_after_sending" | "no" | "not_shown";
/** Has another Part 1 warrant been issued for the person that a judge in the United Kingdom has still to deal with? */
export type OtherPart1Warrant = "pending" | "disposed_of" | "none" | "not_shown";
/** How do the offences in the other warrant compare in seriousness with those in this one? */
export type OtherWarrantSeriousness = "more_serious" | "alike" | "less_serious" | "not_shown";
/** Where were the offences in the other warrant committed, compared with those in this one? */
export type OtherWarrantPlace = "same_territory" | "territory_of_the_other" | "elsewhere" | "not_shown";
/** Was the other warrant issued before this one? */
export type OtherWarrantDate = "earlier" | "later" | "not_shown";
/** Is the person accused or convicted in the other warrant? */
export type OtherWarrantStage = "accused" | "convicted" | "both" | "not_shown";
/** How serious is the conduct, judged by harm done or meant, value, the person's part in it, and how long it went on? */
export type OffenceSeriousness = "minor" | "moderate" | "serious" | "very_serious" | "not_shown";
/** What penalty is likely if the person is convicted there? */
export type LikelyPenalty = "non_custodial" | "suspended" | "short_custody" | "substantial_custody" | "not_shown";
/** Could the authorities there take a step that is less coercive than extradition and would do as well? */
export type LessCoerciveMeasures = "available" | "offered_with_doubts" | "tried_without_success" | "not_available" | "not_shown";
/** What would extradition do to the family life of the person and of those close to them? */
export type FamilyLifeImpact = "exceptionally_severe" | "severe" | "ordinary" | "none_relied_on" | "not_shown";
/** For whom does the person care, and who would take the person's place? */
export type CareOfOthers = "sole_carer_of_children" | "shared_care_of_children" | "carer_of_an_adult" | "others_would_take_over" | "nobody" | "not_shown";
/** How much of the sentences for which extradition is sought remains to be served, in months? */
export type RemainingToServe = "nothing_left" | "not_yet_imposed" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** What does the person make of a chance of early release there? */
export type EarlyRelease = "not_relied_on" | "no_sentence_yet" | "bare_possibility" | "overwhelming_and_uncontested" | "not_shown";
/** What does the evidence show of the conditions in which the person would be held? */
export type PrisonConditions = "systemic_failings" | "failings_in_the_likely_prison" | "isolated_complaints" | "no_failings" | "not_relied_on" | "not_shown";
/** Has an assurance been given about how the person would be held or treated, and what is it worth? */
export type PrisonAssurance = "specific_and_reliable" | "specific_but_doubtful" | "general_only" | "none" | "not_shown";
/** What is said to make the trial there, past or to come, unfair? */
export type UnfairTrial = "evidence_by_torture" | "biased_or_corrupt_court" | "no_effective_defence" | "retrial_that_can_be_refused" | "other_defect" | "not_relied_on" | "not_shown";
/** Does the person face imprisonment for life, and could it be reviewed? */
export type WholeLifeSentence = "without_review" | "with_review" | "not_faced" | "not_relied_on" | "not_shown";
/** What physical or mental condition does the person rely on? */
export type MedicalCondition = "serious_physical" | "serious_mental" | "both" | "less_serious" | "none_relied_on" | "not_shown";
/** What risk is there that the person would take their own life if extradition were ordered? */
export type SuicideRisk = "substantial_whatever_is_done" | "substantial_but_containable" | "not_substantial" | "not_relied_on" | "not_shown";
/** Has the mental condition taken away the person's capacity to resist the impulse to take their own life? */
export type ResistanceToImpulse = "removed" | "not_removed" | "not_relied_on" | "not_shown";
/** What care and precautions would the person meet on the way and in the territory? */
export type CareThere = "appropriate" | "assumed" | "shown_inadequate" | "not_relied_on" | "not_shown";
/** Is the person fit to plead and to follow and take part in a trial? */
export type FitnessForTrial = "unfit" | "fit" | "not_relied_on" | "not_shown";
/** Is the condition expected to improve so far that extradition could then follow? */
export type Recovery = "expected" | "not_expected" | "not_shown";
/** What evidence of the offence does the requesting territory put before the judge? */
export type EvidenceOfTheOffence = "on_every_element" | "gap_on_an_element" | "undermined" | "none" | "not_shown";
/** In what form does that evidence come? */
export type FormOfTheEvidence = "statements_to_investigators" | "summary_of_statements" | "documents_or_records" | "live_witnesses" | "not_shown";
/** Could the person be, will they be, or have they been sentenced to death for the offence there? */
export type DeathSentence = "could_be" | "will_be" | "has_been" | "no" | "not_shown";
/** Has the territory assured in writing that a sentence of death will not be imposed, or will not be carried out? */
export type DeathSentenceAssurance = "written_and_accepted" | "written_not_accepted" | "none" | "not_shown";
/** Has the Secretary of State certified that national security stands against extradition for this offence? */
export type NationalSecurityCertificate = "issued" | "not_issued" | "not_shown";
/** Has the person made a claim for asylum here, and has it been finally determined? */
export type AsylumClaim = "pending" | "finally_determined" | "none" | "not_shown";
/** To which judge is the application for a Part 3 warrant made? */
export type Part3Judge = "england_and_wales" | "scotland" | "northern_ireland" | "other" | "not_shown";
/** Who applies for the Part 3 warrant? */
export type Part3Applicant = "constable" | "appropriate_person" | "procurator_fiscal" | "other" | "not_shown";
/** Where did the conduct take place for which the Part 3 warrant is sought? */
export type PlaceOfUkOffence = "in_the_uk" | "outside_the_uk" | "mixed" | "not_shown";
/** Is the conduct an extra-territorial offence under the law of the part of the United Kingdom where the application is made? */
export type ExtraterritorialOffence = "yes" | "no" | "not_shown";
/** What is the longest custodial term for the offence in that part of the United Kingdom, in whole months (0 if it carries none)? */
export type MaximumHere = "life" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** What custodial sentence was imposed in the United Kingdom for the offence, in whole months (0 if none that takes away liberty)? */
export type SentenceHere = "not_yet_imposed" | "life" | "not_shown" | number | `${number}` | `${number} ${string}`;
/** What warrant for the arrest of the person has been issued in the United Kingdom? */
export type DomesticWarrant = "under_a_listed_provision" | "common_law_in_northern_ireland" | "of_another_description" | "none" | "not_shown";
/** Has a court in the United Kingdom convicted the person of the offence? */
export type UkConviction = "convicted" | "convicted_elsewhere" | "not_convicted" | "not_shown";
/** For what purpose is extradition of the convicted person sought? */
export type PurposeOfExtraditionToUk = "to_be_sentenced" | "to_serve_detention" | "another" | "not_shown";
/** May the convicted person be arrested in the United Kingdom without a warrant? */
export type ArrestWithoutWarrantHere = "yes" | "no" | "not_shown";
/** What does the warrant state of the person? */
export type Part3Statement = "accused" | "convicted" | "none" | "not_shown";
/** Which certificate does the warrant contain? It has to certify whether the conduct is on the list of its time and whether the offence is extra-territorial. It also has to certify the longest sentence or the sentence imposed. */
export type Part3Certificate = "on_the_framework_list" | "on_the_agreement_list" | "incomplete" | "not_shown";
/** Of which category is the territory, on the day that counts? */
export type CategoryOfRequestedTerritory = "category_1" | "category_2" | "none" | "not_shown";
/** Were the acts done before a day that the category 1 territory has named? Does it therefore deal with requests from the United Kingdom outside the system of the Agreement (before 31 December 2020, of the framework decision)? */
export type OldActsOutsideTheSystem = "yes" | "no" | "not_shown";
/** Is the person a national of the state from which surrender is asked for? */
export type NationalityOfPerson = "its_own_national" | "another" | "not_shown";
/** What has the state notified about the surrender of its own nationals to the United Kingdom? */
export type OwnNationalsRule = "absolute" | "with_consent" | "conditional" | "none" | "not_bound" | "not_shown";
/** At what stage is the case in the United Kingdom? */
export type StageOfCaseHere = "early_investigation" | "charging_decision" | "on_bail_and_returned" | "extradition_needed" | "none_of_these" | "not_shown";
/** Who is to make the arrest? */
export type ArrestingOfficer = "constable" | "customs_officer" | "service_policeman" | "other" | "not_shown";
/** Where is the arrest to be made? */
export type PlaceOfArrest = "in_the_uk" | "outside_the_uk" | "not_shown";
/** Is the person sought subject to service law, or a civilian subject to service discipline? */
export type SubjectToServiceLaw = "yes" | "no" | "not_shown";
/** Would the member of the service police have power to arrest the person under service law, and there, for an offence under that law? */
export type PowerUnderServiceLaw = "yes" | "no" | "not_shown";
/** Has the designated authority issued a certificate under section 2 on the Part 1 warrant? */
export type CertificateOnPart1Warrant = "issued" | "not_issued" | "not_shown";
/** Has the person been arrested under section 5 before, on a belief about the same Part 1 warrant? */
export type EarlierProvisionalArrest = "discharged_for_a_fault" | "ended_otherwise" | "none" | "not_shown";
/** Has the Secretary of State sent the request and the certificate to the judge? */
export type PapersSentToJudge = "yes" | "no" | "not_shown";
/** Is there evidence or information that would justify a warrant here for a person so accused, or at large after conviction? The judge or justice needs reasonable grounds for believing that there is. */
export type MaterialForArrestWarrant = "evidence" | "information_only" | "neither" | "not_shown";
/** Is the person accused in the category 2 territory of an offence, or alleged to be unlawfully at large after conviction there? */
export type PersonSoughtByCategory2 = "yes" | "no" | "not_shown";
/** Where is the person, or is the person believed to be? */
export type Whereabouts = "in_the_uk" | "on_the_way" | "elsewhere" | "not_shown";
/** Has the designated authority issued a certificate for arrest under section 74B in respect of the person? */
export type CertificateForArrest = "issued_and_standing" | "withdrawn" | "not_issued" | "not_shown";
/** Has the person been arrested before in reliance on the same certificate? */
export type ArrestedOnSameCertificate = "yes" | "no" | "not_shown";
/** What request for the person's arrest has the designated authority received? */
export type RequestForArrest = "valid" | "without_statement_or_information" | "not_in_approved_way" | "none" | "not_shown";
/** Do the arrangements under which the request is made allow it in two cases only? In one, a warrant or judicial document for the arrest was issued there. In the other, the person is alleged to be unlawfully at large after conviction there. */
export type ArrangementsForRequest = "yes" | "no" | "not_shown";
/** Is there extreme urgency, so that the specialist unit cannot make the arrest? */
export type Urgency = "extreme" | "none" | "not_shown";
/** What stands between the person and a retrial in the requesting territory? */
export type RetrialRight = "unconditional" | "procedural_steps_only" | "if_court_finds_no_deliberate_absence" | "if_other_body_finds_no_deliberate_absence" | "at_discretion" | "other_condition" | "already_used" | "none" | "not_shown";
/** Is it in doubt, and not resolved by a finding, what right to a retrial the person would have? */
export type DoubtAboutRetrial = "none_shown" | "ambiguous" | "options_inconsistent" | "text_against_option" | "further_information_against_it";
/** What would that retrial, or the review on appeal, be (or have been, where a past right is relied on)? */
export type Rehearing = "retrial" | "full_review_on_appeal" | "limited_review" | "not_shown";
/** Has the person had a right to a retrial that is now spent, and was it used? */
export type PastRetrialRight = "unused" | "used" | "none" | "not_shown";
/** Was the person informed of that past right while it could still be used? */
export type PastRightNotified = "yes" | "no" | "not_shown";
/** Could the person at the retrial defend themselves or be defended by a lawyer of their own choosing? */
export type RetrialOwnDefence = "yes" | "no" | "not_shown";
/** Would that defence be free if the person could not pay and the interests of justice called for it? */
export type RetrialLegalAid = "yes" | "no" | "not_shown";
/** Could the person at the retrial examine the witnesses against the person, or have those witnesses examined? */
export type RetrialProsecutionWitnesses = "yes" | "no" | "not_shown";
/** Could the person have defence witnesses attend and be examined on the same conditions as witnesses against the person? */
export type RetrialDefenceWitnesses = "yes" | "no" | "not_shown";
/** Was the territory designated so that evidence of a case is not required? */
export type Article3Territory = "yes" | "arrest_only" | "no" | "not_shown";
/** How many days after a provisional arrest were allowed for the judge to receive the request papers? */
export type RequestPeriod = "days_45" | "days_65" | "days_90" | "days_95" | "not_shown";
/** Does the limb for offences on the European framework list have effect for warrants from the territory, where the Act has it? */
export type FrameworkListTerritory = "yes" | "no" | "not_shown";
/** Was the territory specified so that the person may be arrested without a warrant on a certificate? */
export type ScheduleA1Territory = "yes" | "no" | "not_shown";
/** Was the person present at the hearing that resulted in the decision at first instance? */
export type Attendance = "at_the_decisive_hearing" | "at_some_hearings_only" | "at_no_hearing" | "not_at_the_decisive_hearing" | "not_shown";
/** Did a court of appeal examine guilt or sentence afresh, and is the person's part in that appeal covered? */
export type MeritsAppeal = "none_shown" | "points_of_law_only" | "attended" | "absent_but_covered" | "not_covered";
/** Did a later decision change, merge or activate the sentence, or was the case tried again? */
export type LaterDecision = "none_shown" | "activated_unchanged" | "activated_by_conviction_in_absence" | "activated_and_changed" | "aggregated_with_discretion" | "aggregated_without_discretion" | "conviction_on_appeal_after_acquittal" | "tried_again";
/** How did notice of the decisive hearing reach the person? */
export type Notice = "summoned_in_person" | "official_information_received" | "left_with_household" | "left_at_address" | "to_lawyer_only" | "none" | "not_shown";
/** In what country did the notice reach the person, and through whom? */
export type PlaceOfService = "requesting_territory" | "uk_by_uk_authorities" | "third_country" | "uk_by_foreign_authorities" | "not_served" | "not_known" | "not_shown";
/** Did the person in fact know the date and place of the decisive hearing? */
export type KnewDateAndPlace = "yes" | "no" | "not_shown";
/** Was the person informed that judgment could be given without them if they did not attend? */
export type WarnedOfTrialInAbsence = "yes" | "no" | "not_shown";
/** Did anything keep the person from attending the hearing? */
export type AttendancePrevented = "in_custody" | "ill" | "travel_forbidden" | "adjournment_refused" | "otherwise" | "none_shown";
/** Who defended the person at the trial? */
export type Lawyer = "mandated_and_defended" | "mandated_did_not_defend" | "appointed_without_mandate" | "mandate_disputed" | "none" | "not_shown";
/** Did the person expressly give up the right to be present? */
export type ExpressWaiver = "in_terms" | "not_in_terms" | "none" | "not_shown";
/** What did the person know of the case on leaving, moving or losing touch? */
export type KnowledgeOfCase = "prosecution" | "investigation_only" | "nothing" | "not_shown";
/** Did the person leave, hide or cut off contact, and in order to avoid the proceedings? */
export type Flight = "to_avoid_the_proceedings" | "for_other_reasons" | "did_not_leave" | "not_shown";
/** Was the person under a duty to keep the authorities informed of the person's address, and was the duty kept? */
export type AddressDuty = "no_duty" | "kept" | "breached" | "not_shown";
/** Has it been found that the person showed a manifest lack of diligence about the proceedings? */
export type Diligence = "manifest_lack" | "no_manifest_lack" | "not_shown";
/** Was the person at an earlier hearing at which the decisive date was announced? */
export type ToldAtEarlierHearing = "yes" | "no" | "not_shown";
/** Is it in doubt, and not resolved by a finding, whether the person was present? */
export type DoubtAboutPresence = "none_shown" | "ambiguous" | "options_inconsistent" | "text_against_option" | "further_information_against_it";
/** Is it in doubt, and not resolved by a finding, how or where notice of the hearing reached the person? */
export type DoubtAboutNotice = "none_shown" | "ambiguous" | "options_inconsistent" | "text_against_option" | "further_information_against_it";
/** Is it in doubt, and not resolved by a finding, whether a lawyer with a mandate defended? */
export type DoubtAboutLawyer = "none_shown" | "ambiguous" | "options_inconsistent" | "text_against_option" | "further_information_against_it";
/** Is it in doubt, and not resolved by a finding, whether the person waived the right to be present? */
export type DoubtAboutWaiver = "none_shown" | "ambiguous" | "options_inconsistent" | "text_against_option" | "further_information_against_it";
/** Was the judgment served on the person, and how did the person answer it? */
export type ServiceOfJudgment = "accepted" | "not_asked_in_time" | "asked" | "without_word_of_a_right" | "not_served" | "not_shown";
/** Who issued the warrant? */
export type Issuer = "court_or_judge" | "public_prosecutor" | "prosecutor_open_to_instructions" | "prosecutor_without_court_review" | "ministry_endorsing_court_decision" | "ministry_alone" | "other_body" | "not_in_issue" | "not_shown";
/** How fully does the warrant or request describe the offence? */
export type OffenceParticulars = "full" | "supplied_later" | "incomplete" | "not_in_issue" | "absent" | "not_shown";
/** Does the warrant state the sentence that was imposed or, if there is none yet, the sentence that can be? */
export type SentenceParticulars = "full" | "supplied_later" | "incomplete" | "not_in_issue" | "served_elsewhere" | "absent" | "not_shown";
/** Does the designated authority believe that the body that issued the warrant has the function of issuing arrest warrants there? */
export type BeliefInIssuingFunction = "believed" | "not_believed" | "not_shown";
/** Was the certificate on the warrant or request issued? */
export type CertificateIssued = "yes" | "not_shown";
/** Is it clear to the designated authority that a judge would have to discharge the person for disproportion? */
export type DisproportionClearToAuthority = "clear" | "not_clear" | "not_shown";
/** Which of the kinds of minor offence listed in the published guidance on proportionality is the offence? */
export type GuidanceCategory = "minor_theft" | "minor_financial" | "minor_road_traffic" | "minor_public_order" | "minor_criminal_damage" | "lower_harm_drug_possession" | "none_of_these" | "not_shown";
/** Is there a feature that the guidance treats as lifting even an offence of a listed kind above the minor? */
export type ExceptionalFeatures = "present" | "none" | "not_shown";
/** On what was the person arrested? */
export type ArrestRoute = "certified_warrant" | "provisional_part_1" | "request_warrant" | "provisional_warrant" | "certificate_without_warrant" | "not_shown";
/** Has the person applied to be discharged for a fault in the arrest, or for a time limit that was missed, and for which? */
export type DischargeApplication = "for_want_of_copy" | "for_late_production" | "for_a_time_limit_after_provisional_arrest" | "for_the_arrest_certificate" | "for_late_hearing" | "on_several_of_these" | "not_made" | "not_shown";
/** When was the person given a copy of the warrant, or of the certificate, on which the arrest was made? */
export type CopyOfArrestPapers = "as_soon_as_practicable" | "late" | "never" | "not_shown";
/** When after the arrest was the person brought before the judge? */
export type ProductionBeforeJudge = "as_soon_as_practicable" | "late" | "not_required" | "not_shown";
/** How many hours after a provisional arrest under Part 1 was the person brought before the judge? An hour begun counts in full; days that the Act leaves out of the reckoning do not count. */
export type HoursToJudge = "not_shown" | number | `${number}`;
/** How many hours after a provisional arrest under Part 1 were the warrant and its certificate produced to the judge? An hour begun counts in full; days that the Act leaves out of the reckoning do not count. */
export type HoursToWarrant = "not_produced" | "not_shown" | number | `${number}`;
/** Did the judge, at the first appearance, allow 48 hours more for the warrant and its certificate? */
export type Extra48Hours = "allowed" | "not_allowed" | "not_shown";
/** What shows that the person before the judge is the person sought? */
export type IdentityEvidence = "admitted" | "biometrics_match" | "details_match" | "details_conflict" | "not_shown";
/** Did the extradition hearing begin on or before the day fixed for it (the last day fixed, if it was postponed)? */
export type HearingStart = "by_the_day_fixed" | "late_with_a_cause_put_forward" | "late_without_a_cause" | "not_shown";
/** Has the person consented to extradition? */
export type Consent = "given_in_form" | "given_out_of_form" | "not_given" | "not_shown";
/** Does the person's consent cover every offence of the request? */
export type ConsentToEveryOffence = "all_offences" | "some_only" | "not_shown";
/** Does the request say that the person is accused or convicted of an offence it names, and was it made in the approved way? */
export type RequestMade = "with_statement_in_approved_way" | "with_statement_of_repatriation" | "without_statement" | "not_in_approved_way" | "not_shown";
/** Has the person been given protection in the United Kingdom against return to the requesting territory? */
export type ProtectionInUk = "recorded_refugee" | "leave_on_article_2_or_3" | "neither" | "not_shown";
/** Is there another request for the same person's extradition under Part 2 that has not been disposed of? */
export type AnotherRequestPending = "yes" | "no" | "not_shown";
/** Was the certificate for an arrest without a warrant in form (the territory, the request, its statement and particulars)? */
export type ArrestCertificate = "in_form" | "defective" | "not_shown";
/** Were there reasonable grounds for believing that at least one offence in the request for arrest is a serious extradition offence? The time that counts is that of the certificate for an arrest without a warrant. */
export type SeriousOffenceCertified = "yes" | "no" | "not_shown";
/** After an arrest without a warrant under Part 2, what was produced to the judge: evidence or information that would justify a warrant here? It has to concern at least one offence that the judge believes, on reasonable grounds, to be an extradition offence. */
export type MaterialAfterArrest = "evidence" | "information_only" | "neither" | "not_shown";
/** On which day after a provisional arrest under Part 2 did the judge receive the request and the papers that go with it? The day of the arrest is day 1. */
export type RequestPapers = "within_45_days" | "within_longer_period" | "out_of_time" | "not_shown" | number | `${number}`;
/** Do the papers sent by the Secretary of State hold the request, the certificate and particulars of the person? Before 15 January 2007 that includes a copy of any relevant Order in Council. */
export type RequestFile = "all_there" | "something_missing" | "not_shown";
/** If the person is accused, do the papers hold a warrant for the arrest, or a judicial document that authorises it, from there? */
export type ForeignArrestWarrant = "yes" | "no" | "not_shown";
/** If the person is convicted, do the papers hold a certificate from there of the conviction and, once passed, of the sentence? */
export type CertificateOfConviction = "yes" | "no" | "not_shown";
/** Have copies of the papers that the Secretary of State sent been served on the person? */
export type ServiceOfRequest = "yes" | "no" | "not_shown";

export interface Finding<A> {
  readonly answer: A;
  readonly by?: "judge" | "Secretary of State" | "designated authority" | "justice of the peace" | "arresting officer" | "officer in the case" | "prosecutor" | "executing state" | "requesting authority" | "requested person" | "parties" | "author of the case file" | null;
  readonly status?: "found" | "agreed" | "asserted" | "disputed" | "assumed" | "not in issue" | null;
  readonly source?: Source | null;
  readonly reasons?: string | null;
}

export type Given<A> = A | Finding<A> | readonly (A | Finding<A>)[];

export interface BoxB {
  readonly decisions: number;
}

export interface BoxC {
  readonly sentence_months: number | string;
}

export interface BoxD {
  readonly ticked: readonly ("1" | "2" | "3.1a" | "3.1b" | "3.2" | "3.3" | "3.4" | number)[];
  readonly text?: string | null;
  readonly text_says?: readonly ("at_some_hearings_only" | "at_no_hearing" | "left_at_address" | "left_with_household" | "served_on_lawyer" | "summons_not_shown_to_be_served" | "place_of_service_not_known" | "not_warned" | "lawyer_appointed" | "mandate_in_doubt" | "lawyer_did_not_defend" | "appeal_hearings_not_covered" | "sentences_merged_by_choice" | "sentences_merged_by_arithmetic" | "did_not_contest" | "did_not_ask_in_time" | "decision_not_served" | "retrial_if_court_finds" | "retrial_if_other_body_finds" | "retrial_at_discretion" | "retrial_on_another_condition")[];
  readonly place_of_service?: string | null;
  readonly summoned_on?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly time_limit_days?: number | null;
  readonly contradicted_by?: LaterMaterial | null;
}

export interface ClosedEvidence {
  readonly of: "whole case" | "requesting authority" | "requested person";
  readonly by: "judge" | "parties";
  readonly on: string;
  readonly source?: Source | null;
}

export interface CourtDecision {
  readonly outcome?: "discharge" | "proceed" | "order" | "adjourn" | "send" | null;
  readonly to?: string | null;
  readonly under?: string | null;
  readonly steps?: { readonly [key: string]: "yes" | "no" };
  readonly disagreement?: string | null;
  readonly points?: readonly (JudgmentPoint)[] | null;
}

export interface Custody {
  readonly status: "bail" | "custody";
  readonly from: string;
  readonly until?: string | null;
}

export interface Dates {
  readonly arrest?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly arrest_hour?: string | null;
  readonly provisional_warrant?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly certificate?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly consent?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly hearing?: string | number | { readonly from: string; readonly until: string; } | null;
}

export interface Decided {
  readonly court: string;
  readonly level: "Supreme Court" | "House of Lords" | "Divisional Court" | "High Court of Justiciary" | "High Court" | "first instance";
  readonly sources: readonly (string)[];
  readonly confidence: "high" | "medium" | "low";
  readonly inferred?: readonly (string)[];
  readonly authority?: { readonly [key: string]: Treatment } | null;
}

export interface Instrument {
  readonly reference?: string | null;
  readonly issued?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly issuing_authority?: string | null;
  readonly requesting_authority?: string | null;
  readonly certified?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly certificate?: string | null;
}

export interface JudgmentPoint {
  readonly outcome?: "discharge" | "proceed" | "order" | "adjourn" | "send" | null;
  readonly to?: string | null;
  readonly under?: string | null;
  readonly steps?: { readonly [key: string]: "yes" | "no" };
  readonly disagreement?: string | null;
  readonly taken_from: string;
}

export interface LaterMaterial {
  readonly document: string;
  readonly at?: string | null;
  readonly by?: "requesting authority" | "requested person" | null;
  readonly says: readonly ("at_some_hearings_only" | "at_no_hearing" | "left_at_address" | "left_with_household" | "served_on_lawyer" | "summons_not_shown_to_be_served" | "place_of_service_not_known" | "not_warned" | "lawyer_appointed" | "mandate_in_doubt" | "lawyer_did_not_defend" | "appeal_hearings_not_covered" | "sentences_merged_by_choice" | "sentences_merged_by_arithmetic" | "did_not_contest" | "did_not_ask_in_time" | "decision_not_served" | "retrial_if_court_finds" | "retrial_if_other_body_finds" | "retrial_at_discretion" | "retrial_on_another_condition")[];
}

export interface Lawyers {
  readonly requesting_authority?: readonly (string)[];
  readonly requested_person?: readonly (string)[];
}

export interface ListedHearing {
  readonly date: string | number | { readonly from: string; readonly until: string; };
  readonly title?: string | null;
}

export interface Particulars {
  readonly requested_person?: RequestedPerson | null;
  readonly warrant?: Instrument | null;
  readonly request?: Instrument | null;
  readonly court?: string | null;
  readonly judge?: string | null;
  readonly hearing_list?: readonly (ListedHearing)[];
  readonly counsel?: Lawyers | null;
  readonly solicitors?: Lawyers | null;
  readonly cps_reference?: string | null;
  readonly custody?: readonly (Custody)[];
}

export interface RequestedPerson {
  readonly name?: string | null;
  readonly date_of_birth?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly nationality?: readonly (string)[];
}

export interface Source {
  readonly document: string;
  readonly at?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly language?: string | null;
  readonly translation?: string | null;
}

export interface Treatment {
  readonly treatment: "overruled" | "disapproved" | "reversed" | "doubted";
  readonly by: string;
  readonly note?: string | null;
}

export interface Warrant {
  readonly box_b?: BoxB | null;
  readonly box_c?: BoxC | null;
  readonly box_d?: BoxD | null;
}

export interface Part1PersonFindings {
  readonly judge_sits_in?: Given<JudgeSitsIn>;
  readonly protected_ground?: Given<ProtectedGround>;
  readonly purpose_of_request?: Given<PurposeOfRequest>;
  readonly feared_treatment?: Given<FearedTreatment>;
  readonly chance_of_feared_treatment?: Given<ChanceOfFearedTreatment>;
  readonly change_of_circumstances?: Given<ChangeOfCircumstances>;
  readonly hostage_convention_party?: Given<HostageConventionParty>;
  readonly contact_with_protecting_state?: Given<ContactWithProtectingState>;
  readonly speciality_protection?: Given<SpecialityProtection>;
  readonly speciality_in_practice?: Given<SpecialityInPractice>;
  readonly earlier_transfer_to_uk?: Given<EarlierTransferToUk>;
  readonly consent_of_sender?: Given<ConsentOfSender>;
  readonly after_icc_sentence?: Given<AfterIccSentence>;
  readonly connections_with_uk?: Given<ConnectionsWithUk>;
  readonly uk_charge?: Given<UkCharge>;
  readonly uk_sentence?: Given<UkSentence>;
  readonly transfer_or_interview_request?: Given<TransferOrInterviewRequest>;
  readonly competing_claim?: Given<CompetingClaim>;
  readonly withdrawal?: Given<Withdrawal>;
  readonly other_part_1_warrant?: Given<OtherPart1Warrant>;
  readonly other_warrant_seriousness?: Given<OtherWarrantSeriousness>;
  readonly other_warrant_place?: Given<OtherWarrantPlace>;
  readonly other_warrant_date?: Given<OtherWarrantDate>;
  readonly other_warrant_stage?: Given<OtherWarrantStage>;
  readonly family_life_impact?: Given<FamilyLifeImpact>;
  readonly care_of_others?: Given<CareOfOthers>;
  readonly remaining_to_serve?: Given<RemainingToServe>;
  readonly early_release?: Given<EarlyRelease>;
  readonly prison_conditions?: Given<PrisonConditions>;
  readonly prison_assurance?: Given<PrisonAssurance>;
  readonly unfair_trial?: Given<UnfairTrial>;
  readonly whole_life_sentence?: Given<WholeLifeSentence>;
  readonly medical_condition?: Given<MedicalCondition>;
  readonly suicide_risk?: Given<SuicideRisk>;
  readonly resistance_to_impulse?: Given<ResistanceToImpulse>;
  readonly care_there?: Given<CareThere>;
  readonly fitness_for_trial?: Given<FitnessForTrial>;
  readonly recovery?: Given<Recovery>;
  readonly asylum_claim?: Given<AsylumClaim>;
  readonly framework_list_territory?: Given<FrameworkListTerritory>;
  readonly issuer?: Given<Issuer>;
  readonly belief_in_issuing_function?: Given<BeliefInIssuingFunction>;
  readonly certificate_issued?: Given<CertificateIssued>;
  readonly arrest_route?: Given<ArrestRoute>;
  readonly discharge_application?: Given<DischargeApplication>;
  readonly copy_of_arrest_papers?: Given<CopyOfArrestPapers>;
  readonly production_before_judge?: Given<ProductionBeforeJudge>;
  readonly hours_to_judge?: Given<HoursToJudge>;
  readonly hours_to_warrant?: Given<HoursToWarrant>;
  readonly extra_48_hours?: Given<Extra48Hours>;
  readonly identity_evidence?: Given<IdentityEvidence>;
  readonly hearing_start?: Given<HearingStart>;
  readonly consent?: Given<Consent>;
  readonly issuing_function?: Given<YesOrNo>;
  readonly copy_not_given?: Given<YesOrNo>;
  readonly discharged_for_want_of_copy?: Given<YesOrNo>;
  readonly late_before_judge?: Given<YesOrNo>;
  readonly provisional_limits_exceeded?: Given<YesOrNo>;
  readonly identity_established?: Given<YesOrNo>;
  readonly hearing_late?: Given<YesOrNo>;
  readonly withdrawn?: Given<YesOrNo>;
  readonly charged_before_hearing?: Given<YesOrNo>;
  readonly serving_sentence_before_hearing?: Given<YesOrNo>;
  readonly adjourned_for_sentence_before_hearing?: Given<YesOrNo>;
  readonly consented?: Given<YesOrNo>;
  readonly made_on_protected_ground?: Given<YesOrNo>;
  readonly prejudice_on_protected_ground?: Given<YesOrNo>;
  readonly speciality?: Given<YesOrNo>;
  readonly earlier_extradition_from_category_1?: Given<YesOrNo>;
  readonly earlier_extradition_from_elsewhere?: Given<YesOrNo>;
  readonly earlier_icc_transfer?: Given<YesOrNo>;
  readonly convention_compatible_if_accused?: Given<YesOrNo>;
  readonly convention_compatible?: Given<YesOrNo>;
  readonly transfer_or_interview_requested?: Given<YesOrNo>;
  readonly adjourned_for_transfer_or_interview?: Given<YesOrNo>;
  readonly uk_charge_pending?: Given<YesOrNo>;
  readonly serving_sentence_during_hearing?: Given<YesOrNo>;
  readonly adjourned_for_sentence_during_hearing?: Given<YesOrNo>;
  readonly deferred_for_competing_claim?: Given<YesOrNo>;
  readonly unjust_or_oppressive_condition?: Given<YesOrNo>;
  readonly discharged_for_condition?: Given<YesOrNo>;
  readonly other_warrant_pending?: Given<YesOrNo>;
  readonly deferred_for_other_warrant?: Given<YesOrNo>;
  readonly request_pending_after_consent?: Given<YesOrNo>;
  readonly other_warrant_pending_after_consent?: Given<YesOrNo>;
  readonly deferred_for_other_warrant_after_consent?: Given<YesOrNo>;
}

export interface Part1OffenceFindings {
  readonly earlier_judgment?: Given<EarlierJudgment>;
  readonly earlier_judgment_overlap?: Given<EarlierJudgmentOverlap>;
  readonly doubt_about_decisions?: Given<DoubtAboutDecisions>;
  readonly doubt_about_reason?: Given<DoubtAboutReason>;
  readonly decision_to_charge?: Given<DecisionToCharge>;
  readonly decision_to_try?: Given<DecisionToTry>;
  readonly reason_for_no_decision?: Given<ReasonForNoDecision>;
  readonly protected_ground?: Given<ProtectedGround>;
  readonly purpose_of_request?: Given<PurposeOfRequest>;
  readonly feared_treatment?: Given<FearedTreatment>;
  readonly chance_of_feared_treatment?: Given<ChanceOfFearedTreatment>;
  readonly fugitive?: Given<Fugitive>;
  readonly years_elapsed?: Given<YearsElapsed>;
  readonly cause_of_delay?: Given<CauseOfDelay>;
  readonly effect_on_trial?: Given<EffectOnTrial>;
  readonly false_sense_of_security?: Given<FalseSenseOfSecurity>;
  readonly age_at_conduct?: Given<AgeAtConduct>;
  readonly hostage_taking_offence?: Given<HostageTakingOffence>;
  readonly speciality_protection?: Given<SpecialityProtection>;
  readonly speciality_in_practice?: Given<SpecialityInPractice>;
  readonly earlier_transfer_to_uk?: Given<EarlierTransferToUk>;
  readonly consent_of_sender?: Given<ConsentOfSender>;
  readonly after_icc_sentence?: Given<AfterIccSentence>;
  readonly activity_in_uk?: Given<ActivityInUk>;
  readonly prosecutors_certificate?: Given<ProsecutorsCertificate>;
  readonly place_of_harm?: Given<PlaceOfHarm>;
  readonly victims_interests?: Given<VictimsInterests>;
  readonly prosecutors_belief?: Given<ProsecutorsBelief>;
  readonly evidence_in_uk?: Given<EvidenceInUk>;
  readonly delay_by_forum?: Given<DelayByForum>;
  readonly single_jurisdiction?: Given<SingleJurisdiction>;
  readonly acts_place?: Given<ActsPlace>;
  readonly effects_in_the_territory?: Given<EffectsInTheTerritory>;
  readonly acts_in_the_uk?: Given<ActsInTheUk>;
  readonly uk_equivalent?: Given<UkEquivalent>;
  readonly uk_extraterritorial?: Given<UkExtraterritorial>;
  readonly uk_maximum?: Given<UkMaximum>;
  readonly foreign_maximum?: Given<ForeignMaximum>;
  readonly sentence_imposed?: Given<SentenceImposed>;
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly framework_list_certificate?: Given<FrameworkListCertificate>;
  readonly international_crime?: Given<InternationalCrime>;
  readonly withdrawal?: Given<Withdrawal>;
  readonly offence_seriousness?: Given<OffenceSeriousness>;
  readonly likely_penalty?: Given<LikelyPenalty>;
  readonly less_coercive_measures?: Given<LessCoerciveMeasures>;
  readonly retrial_right?: Given<RetrialRight>;
  readonly doubt_about_retrial?: Given<DoubtAboutRetrial>;
  readonly rehearing?: Given<Rehearing>;
  readonly past_retrial_right?: Given<PastRetrialRight>;
  readonly past_right_notified?: Given<PastRightNotified>;
  readonly retrial_own_defence?: Given<RetrialOwnDefence>;
  readonly retrial_legal_aid?: Given<RetrialLegalAid>;
  readonly retrial_prosecution_witnesses?: Given<RetrialProsecutionWitnesses>;
  readonly retrial_defence_witnesses?: Given<RetrialDefenceWitnesses>;
  readonly attendance?: Given<Attendance>;
  readonly merits_appeal?: Given<MeritsAppeal>;
  readonly later_decision?: Given<LaterDecision>;
  readonly notice?: Given<Notice>;
  readonly place_of_service?: Given<PlaceOfService>;
  readonly knew_date_and_place?: Given<KnewDateAndPlace>;
  readonly warned_of_trial_in_absence?: Given<WarnedOfTrialInAbsence>;
  readonly attendance_prevented?: Given<AttendancePrevented>;
  readonly lawyer?: Given<Lawyer>;
  readonly express_waiver?: Given<ExpressWaiver>;
  readonly knowledge_of_case?: Given<KnowledgeOfCase>;
  readonly flight?: Given<Flight>;
  readonly address_duty?: Given<AddressDuty>;
  readonly diligence?: Given<Diligence>;
  readonly told_at_earlier_hearing?: Given<ToldAtEarlierHearing>;
  readonly doubt_about_presence?: Given<DoubtAboutPresence>;
  readonly doubt_about_notice?: Given<DoubtAboutNotice>;
  readonly doubt_about_lawyer?: Given<DoubtAboutLawyer>;
  readonly doubt_about_waiver?: Given<DoubtAboutWaiver>;
  readonly service_of_judgment?: Given<ServiceOfJudgment>;
  readonly offence_particulars?: Given<OffenceParticulars>;
  readonly sentence_particulars?: Given<SentenceParticulars>;
  readonly disproportion_clear_to_authority?: Given<DisproportionClearToAuthority>;
  readonly guidance_category?: Given<GuidanceCategory>;
  readonly exceptional_features?: Given<ExceptionalFeatures>;
  readonly consent?: Given<Consent>;
  readonly part_1_warrant?: Given<YesOrNo>;
  readonly accusation_particulars?: Given<YesOrNo>;
  readonly conviction_particulars?: Given<YesOrNo>;
  readonly clearly_disproportionate?: Given<YesOrNo>;
  readonly withdrawn?: Given<YesOrNo>;
  readonly consented?: Given<YesOrNo>;
  readonly extradition_offence?: Given<YesOrNo>;
  readonly in_territory_not_sentenced?: Given<YesOrNo>;
  readonly outside_territory_not_sentenced?: Given<YesOrNo>;
  readonly list_offence_not_sentenced?: Given<YesOrNo>;
  readonly international_crime_not_sentenced?: Given<YesOrNo>;
  readonly in_territory_sentenced?: Given<YesOrNo>;
  readonly outside_territory_sentenced?: Given<YesOrNo>;
  readonly list_offence_sentenced?: Given<YesOrNo>;
  readonly international_crime_sentenced?: Given<YesOrNo>;
  readonly double_jeopardy?: Given<YesOrNo>;
  readonly prosecution_decision_in_doubt?: Given<YesOrNo>;
  readonly prosecution_decision_proved?: Given<YesOrNo>;
  readonly made_on_protected_ground?: Given<YesOrNo>;
  readonly prejudice_on_protected_ground?: Given<YesOrNo>;
  readonly passage_of_time?: Given<YesOrNo>;
  readonly below_age_of_responsibility?: Given<YesOrNo>;
  readonly hostage_taking?: Given<YesOrNo>;
  readonly speciality?: Given<YesOrNo>;
  readonly earlier_extradition_from_category_1?: Given<YesOrNo>;
  readonly earlier_extradition_from_elsewhere?: Given<YesOrNo>;
  readonly earlier_icc_transfer?: Given<YesOrNo>;
  readonly substantial_activity_in_uk?: Given<YesOrNo>;
  readonly prosecutors_certificate_given?: Given<YesOrNo>;
  readonly extradition_should_not_take_place?: Given<YesOrNo>;
  readonly convicted_in_presence?: Given<YesOrNo>;
  readonly deliberately_absent?: Given<YesOrNo>;
  readonly entitled_to_retrial?: Given<YesOrNo>;
  readonly minimum_retrial_rights?: Given<YesOrNo>;
  readonly convention_compatible?: Given<YesOrNo>;
  readonly disproportionate?: Given<YesOrNo>;
}

export interface Part1DecisionFindings {
  readonly attendance?: Given<Attendance>;
  readonly notice?: Given<Notice>;
  readonly place_of_service?: Given<PlaceOfService>;
  readonly knew_date_and_place?: Given<KnewDateAndPlace>;
  readonly warned_of_trial_in_absence?: Given<WarnedOfTrialInAbsence>;
  readonly attendance_prevented?: Given<AttendancePrevented>;
  readonly lawyer?: Given<Lawyer>;
  readonly express_waiver?: Given<ExpressWaiver>;
  readonly knowledge_of_case?: Given<KnowledgeOfCase>;
  readonly flight?: Given<Flight>;
  readonly address_duty?: Given<AddressDuty>;
  readonly diligence?: Given<Diligence>;
  readonly told_at_earlier_hearing?: Given<ToldAtEarlierHearing>;
  readonly doubt_about_presence?: Given<DoubtAboutPresence>;
  readonly doubt_about_notice?: Given<DoubtAboutNotice>;
  readonly doubt_about_lawyer?: Given<DoubtAboutLawyer>;
  readonly doubt_about_waiver?: Given<DoubtAboutWaiver>;
  readonly service_of_judgment?: Given<ServiceOfJudgment>;
  readonly convicted_in_presence?: Given<YesOrNo>;
  readonly deliberately_absent?: Given<YesOrNo>;
}

export interface Part1Decision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: Part1DecisionFindings;
}

export interface Part1Offence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: Part1OffenceFindings;
  readonly decisions?: readonly Part1Decision[];
}

export interface Part1IssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: Part1PersonFindings;
  readonly offences: readonly Part1Offence[];
}

export interface Part1OneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "1" | 1 | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "1" | 1 | null;
  readonly findings?: Part1PersonFindings;
  readonly offences?: readonly Part1Offence[];
}

export interface Part1SeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "1" | 1 | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "1" | 1 | null;
  readonly findings?: Part1PersonFindings;
  readonly warrants: readonly Part1IssuedWarrant[];
}

export type Part1CaseFile = Part1OneWarrant | Part1SeveralWarrants;

export interface Part2PersonFindings {
  readonly judge_sits_in?: Given<JudgeSitsIn>;
  readonly protected_ground?: Given<ProtectedGround>;
  readonly purpose_of_request?: Given<PurposeOfRequest>;
  readonly feared_treatment?: Given<FearedTreatment>;
  readonly chance_of_feared_treatment?: Given<ChanceOfFearedTreatment>;
  readonly change_of_circumstances?: Given<ChangeOfCircumstances>;
  readonly hostage_convention_party?: Given<HostageConventionParty>;
  readonly contact_with_protecting_state?: Given<ContactWithProtectingState>;
  readonly speciality_protection?: Given<SpecialityProtection>;
  readonly earlier_transfer_to_uk?: Given<EarlierTransferToUk>;
  readonly consent_of_sender?: Given<ConsentOfSender>;
  readonly after_icc_sentence?: Given<AfterIccSentence>;
  readonly connections_with_uk?: Given<ConnectionsWithUk>;
  readonly uk_charge?: Given<UkCharge>;
  readonly uk_sentence?: Given<UkSentence>;
  readonly competing_claim?: Given<CompetingClaim>;
  readonly withdrawal?: Given<Withdrawal>;
  readonly family_life_impact?: Given<FamilyLifeImpact>;
  readonly care_of_others?: Given<CareOfOthers>;
  readonly remaining_to_serve?: Given<RemainingToServe>;
  readonly early_release?: Given<EarlyRelease>;
  readonly prison_conditions?: Given<PrisonConditions>;
  readonly prison_assurance?: Given<PrisonAssurance>;
  readonly unfair_trial?: Given<UnfairTrial>;
  readonly whole_life_sentence?: Given<WholeLifeSentence>;
  readonly medical_condition?: Given<MedicalCondition>;
  readonly suicide_risk?: Given<SuicideRisk>;
  readonly resistance_to_impulse?: Given<ResistanceToImpulse>;
  readonly care_there?: Given<CareThere>;
  readonly fitness_for_trial?: Given<FitnessForTrial>;
  readonly recovery?: Given<Recovery>;
  readonly asylum_claim?: Given<AsylumClaim>;
  readonly person_sought_by_category_2?: Given<PersonSoughtByCategory2>;
  readonly article_3_territory?: Given<Article3Territory>;
  readonly request_period?: Given<RequestPeriod>;
  readonly schedule_a1_territory?: Given<ScheduleA1Territory>;
  readonly certificate_issued?: Given<CertificateIssued>;
  readonly arrest_route?: Given<ArrestRoute>;
  readonly discharge_application?: Given<DischargeApplication>;
  readonly copy_of_arrest_papers?: Given<CopyOfArrestPapers>;
  readonly production_before_judge?: Given<ProductionBeforeJudge>;
  readonly identity_evidence?: Given<IdentityEvidence>;
  readonly hearing_start?: Given<HearingStart>;
  readonly consent?: Given<Consent>;
  readonly consent_to_every_offence?: Given<ConsentToEveryOffence>;
  readonly request_made?: Given<RequestMade>;
  readonly protection_in_uk?: Given<ProtectionInUk>;
  readonly another_request_pending?: Given<AnotherRequestPending>;
  readonly arrest_certificate?: Given<ArrestCertificate>;
  readonly serious_offence_certified?: Given<SeriousOffenceCertified>;
  readonly material_after_arrest?: Given<MaterialAfterArrest>;
  readonly request_papers?: Given<RequestPapers>;
  readonly request_file?: Given<RequestFile>;
  readonly service_of_request?: Given<ServiceOfRequest>;
  readonly copy_not_given?: Given<YesOrNo>;
  readonly discharged_for_want_of_copy?: Given<YesOrNo>;
  readonly late_before_judge?: Given<YesOrNo>;
  readonly identity_established?: Given<YesOrNo>;
  readonly withdrawn?: Given<YesOrNo>;
  readonly charged_before_hearing?: Given<YesOrNo>;
  readonly serving_sentence_before_hearing?: Given<YesOrNo>;
  readonly adjourned_for_sentence_before_hearing?: Given<YesOrNo>;
  readonly consented?: Given<YesOrNo>;
  readonly made_on_protected_ground?: Given<YesOrNo>;
  readonly prejudice_on_protected_ground?: Given<YesOrNo>;
  readonly convention_compatible?: Given<YesOrNo>;
  readonly uk_charge_pending?: Given<YesOrNo>;
  readonly serving_sentence_during_hearing?: Given<YesOrNo>;
  readonly adjourned_for_sentence_during_hearing?: Given<YesOrNo>;
  readonly deferred_for_competing_claim?: Given<YesOrNo>;
  readonly unjust_or_oppressive_condition?: Given<YesOrNo>;
  readonly discharged_for_condition?: Given<YesOrNo>;
  readonly valid_request?: Given<YesOrNo>;
  readonly power_to_refuse_certificate?: Given<YesOrNo>;
  readonly certificate_refused?: Given<YesOrNo>;
  readonly arrest_certificate_unfounded?: Given<YesOrNo>;
  readonly provisional_warrant_would_be_issued?: Given<YesOrNo>;
  readonly request_papers_late?: Given<YesOrNo>;
  readonly hearing_late_after_request?: Given<YesOrNo>;
  readonly hearing_late_after_provisional_arrest?: Given<YesOrNo>;
  readonly copies_served?: Given<YesOrNo>;
  readonly withdrawn_after_sending?: Given<YesOrNo>;
  readonly decision_deferred_for_charge?: Given<YesOrNo>;
  readonly serving_sentence_when_sent?: Given<YesOrNo>;
  readonly decision_deferred_for_sentence?: Given<YesOrNo>;
  readonly decision_deferred_for_competing_claim?: Given<YesOrNo>;
  readonly no_speciality_arrangements?: Given<YesOrNo>;
  readonly earlier_extradition_without_consent?: Given<YesOrNo>;
  readonly icc_transfer_without_consent?: Given<YesOrNo>;
  readonly protected_in_uk?: Given<YesOrNo>;
  readonly discharged_as_protected?: Given<YesOrNo>;
}

export interface Part2OffenceFindings {
  readonly earlier_judgment?: Given<EarlierJudgment>;
  readonly earlier_judgment_overlap?: Given<EarlierJudgmentOverlap>;
  readonly protected_ground?: Given<ProtectedGround>;
  readonly purpose_of_request?: Given<PurposeOfRequest>;
  readonly feared_treatment?: Given<FearedTreatment>;
  readonly chance_of_feared_treatment?: Given<ChanceOfFearedTreatment>;
  readonly fugitive?: Given<Fugitive>;
  readonly years_elapsed?: Given<YearsElapsed>;
  readonly cause_of_delay?: Given<CauseOfDelay>;
  readonly effect_on_trial?: Given<EffectOnTrial>;
  readonly false_sense_of_security?: Given<FalseSenseOfSecurity>;
  readonly hostage_taking_offence?: Given<HostageTakingOffence>;
  readonly speciality_protection?: Given<SpecialityProtection>;
  readonly earlier_transfer_to_uk?: Given<EarlierTransferToUk>;
  readonly consent_of_sender?: Given<ConsentOfSender>;
  readonly after_icc_sentence?: Given<AfterIccSentence>;
  readonly activity_in_uk?: Given<ActivityInUk>;
  readonly prosecutors_certificate?: Given<ProsecutorsCertificate>;
  readonly place_of_harm?: Given<PlaceOfHarm>;
  readonly victims_interests?: Given<VictimsInterests>;
  readonly prosecutors_belief?: Given<ProsecutorsBelief>;
  readonly evidence_in_uk?: Given<EvidenceInUk>;
  readonly delay_by_forum?: Given<DelayByForum>;
  readonly single_jurisdiction?: Given<SingleJurisdiction>;
  readonly acts_place?: Given<ActsPlace>;
  readonly effects_in_the_territory?: Given<EffectsInTheTerritory>;
  readonly acts_in_the_uk?: Given<ActsInTheUk>;
  readonly uk_equivalent?: Given<UkEquivalent>;
  readonly uk_extraterritorial?: Given<UkExtraterritorial>;
  readonly uk_maximum?: Given<UkMaximum>;
  readonly foreign_maximum?: Given<ForeignMaximum>;
  readonly sentence_imposed?: Given<SentenceImposed>;
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly international_crime?: Given<InternationalCrime>;
  readonly withdrawal?: Given<Withdrawal>;
  readonly offence_seriousness?: Given<OffenceSeriousness>;
  readonly evidence_of_the_offence?: Given<EvidenceOfTheOffence>;
  readonly form_of_the_evidence?: Given<FormOfTheEvidence>;
  readonly death_sentence?: Given<DeathSentence>;
  readonly death_sentence_assurance?: Given<DeathSentenceAssurance>;
  readonly national_security_certificate?: Given<NationalSecurityCertificate>;
  readonly retrial_right?: Given<RetrialRight>;
  readonly doubt_about_retrial?: Given<DoubtAboutRetrial>;
  readonly rehearing?: Given<Rehearing>;
  readonly past_retrial_right?: Given<PastRetrialRight>;
  readonly past_right_notified?: Given<PastRightNotified>;
  readonly retrial_own_defence?: Given<RetrialOwnDefence>;
  readonly retrial_legal_aid?: Given<RetrialLegalAid>;
  readonly retrial_prosecution_witnesses?: Given<RetrialProsecutionWitnesses>;
  readonly retrial_defence_witnesses?: Given<RetrialDefenceWitnesses>;
  readonly attendance?: Given<Attendance>;
  readonly merits_appeal?: Given<MeritsAppeal>;
  readonly later_decision?: Given<LaterDecision>;
  readonly notice?: Given<Notice>;
  readonly place_of_service?: Given<PlaceOfService>;
  readonly knew_date_and_place?: Given<KnewDateAndPlace>;
  readonly warned_of_trial_in_absence?: Given<WarnedOfTrialInAbsence>;
  readonly attendance_prevented?: Given<AttendancePrevented>;
  readonly lawyer?: Given<Lawyer>;
  readonly express_waiver?: Given<ExpressWaiver>;
  readonly knowledge_of_case?: Given<KnowledgeOfCase>;
  readonly flight?: Given<Flight>;
  readonly address_duty?: Given<AddressDuty>;
  readonly diligence?: Given<Diligence>;
  readonly told_at_earlier_hearing?: Given<ToldAtEarlierHearing>;
  readonly doubt_about_presence?: Given<DoubtAboutPresence>;
  readonly doubt_about_notice?: Given<DoubtAboutNotice>;
  readonly doubt_about_lawyer?: Given<DoubtAboutLawyer>;
  readonly doubt_about_waiver?: Given<DoubtAboutWaiver>;
  readonly service_of_judgment?: Given<ServiceOfJudgment>;
  readonly offence_particulars?: Given<OffenceParticulars>;
  readonly consent?: Given<Consent>;
  readonly foreign_arrest_warrant?: Given<ForeignArrestWarrant>;
  readonly certificate_of_conviction?: Given<CertificateOfConviction>;
  readonly withdrawn?: Given<YesOrNo>;
  readonly consented?: Given<YesOrNo>;
  readonly extradition_offence?: Given<YesOrNo>;
  readonly in_territory_not_sentenced?: Given<YesOrNo>;
  readonly outside_territory_not_sentenced?: Given<YesOrNo>;
  readonly international_crime_not_sentenced?: Given<YesOrNo>;
  readonly in_territory_sentenced?: Given<YesOrNo>;
  readonly outside_territory_sentenced?: Given<YesOrNo>;
  readonly international_crime_sentenced?: Given<YesOrNo>;
  readonly double_jeopardy?: Given<YesOrNo>;
  readonly made_on_protected_ground?: Given<YesOrNo>;
  readonly prejudice_on_protected_ground?: Given<YesOrNo>;
  readonly passage_of_time?: Given<YesOrNo>;
  readonly hostage_taking?: Given<YesOrNo>;
  readonly substantial_activity_in_uk?: Given<YesOrNo>;
  readonly prosecutors_certificate_given?: Given<YesOrNo>;
  readonly extradition_should_not_take_place?: Given<YesOrNo>;
  readonly convicted_in_presence?: Given<YesOrNo>;
  readonly deliberately_absent?: Given<YesOrNo>;
  readonly entitled_to_retrial?: Given<YesOrNo>;
  readonly minimum_retrial_rights?: Given<YesOrNo>;
  readonly convention_compatible?: Given<YesOrNo>;
  readonly documents_complete?: Given<YesOrNo>;
  readonly case_to_answer?: Given<YesOrNo>;
  readonly case_to_answer_in_absence?: Given<YesOrNo>;
  readonly withdrawn_after_sending?: Given<YesOrNo>;
  readonly death_penalty?: Given<YesOrNo>;
  readonly no_speciality_arrangements?: Given<YesOrNo>;
  readonly earlier_extradition_without_consent?: Given<YesOrNo>;
  readonly icc_transfer_without_consent?: Given<YesOrNo>;
  readonly national_security_certified?: Given<YesOrNo>;
  readonly discharged_for_national_security?: Given<YesOrNo>;
}

export interface Part2DecisionFindings {
  readonly attendance?: Given<Attendance>;
  readonly notice?: Given<Notice>;
  readonly place_of_service?: Given<PlaceOfService>;
  readonly knew_date_and_place?: Given<KnewDateAndPlace>;
  readonly warned_of_trial_in_absence?: Given<WarnedOfTrialInAbsence>;
  readonly attendance_prevented?: Given<AttendancePrevented>;
  readonly lawyer?: Given<Lawyer>;
  readonly express_waiver?: Given<ExpressWaiver>;
  readonly knowledge_of_case?: Given<KnowledgeOfCase>;
  readonly flight?: Given<Flight>;
  readonly address_duty?: Given<AddressDuty>;
  readonly diligence?: Given<Diligence>;
  readonly told_at_earlier_hearing?: Given<ToldAtEarlierHearing>;
  readonly doubt_about_presence?: Given<DoubtAboutPresence>;
  readonly doubt_about_notice?: Given<DoubtAboutNotice>;
  readonly doubt_about_lawyer?: Given<DoubtAboutLawyer>;
  readonly doubt_about_waiver?: Given<DoubtAboutWaiver>;
  readonly service_of_judgment?: Given<ServiceOfJudgment>;
  readonly convicted_in_presence?: Given<YesOrNo>;
  readonly deliberately_absent?: Given<YesOrNo>;
}

export interface Part2Decision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: Part2DecisionFindings;
}

export interface Part2Offence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: Part2OffenceFindings;
  readonly decisions?: readonly Part2Decision[];
}

export interface Part2IssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: Part2PersonFindings;
  readonly offences: readonly Part2Offence[];
}

export interface Part2OneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "2" | 2 | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "2" | 2 | null;
  readonly findings?: Part2PersonFindings;
  readonly offences?: readonly Part2Offence[];
}

export interface Part2SeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "2" | 2 | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "2" | 2 | null;
  readonly findings?: Part2PersonFindings;
  readonly warrants: readonly Part2IssuedWarrant[];
}

export type Part2CaseFile = Part2OneWarrant | Part2SeveralWarrants;

export interface IssueOfWarrantPersonFindings {
  readonly part_3_judge?: Given<Part3Judge>;
  readonly part_3_applicant?: Given<Part3Applicant>;
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly sought_from_category_1?: Given<YesOrNo>;
  readonly appropriate_judge_for_warrant?: Given<YesOrNo>;
  readonly entitled_to_apply?: Given<YesOrNo>;
}

export interface IssueOfWarrantOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly place_of_uk_offence?: Given<PlaceOfUkOffence>;
  readonly extraterritorial_offence?: Given<ExtraterritorialOffence>;
  readonly maximum_here?: Given<MaximumHere>;
  readonly sentence_here?: Given<SentenceHere>;
  readonly domestic_warrant?: Given<DomesticWarrant>;
  readonly uk_conviction?: Given<UkConviction>;
  readonly purpose_of_extradition_to_uk?: Given<PurposeOfExtraditionToUk>;
  readonly arrest_without_warrant_here?: Given<ArrestWithoutWarrantHere>;
  readonly part_3_statement?: Given<Part3Statement>;
  readonly part_3_certificate?: Given<Part3Certificate>;
  readonly extradition_offence_for_uk?: Given<YesOrNo>;
  readonly grounds_for_belief?: Given<YesOrNo>;
  readonly domestic_warrant_issued?: Given<YesOrNo>;
  readonly convicted_in_uk?: Given<YesOrNo>;
  readonly sought_to_be_sentenced_or_to_serve?: Given<YesOrNo>;
  readonly domestic_warrant_or_power?: Given<YesOrNo>;
  readonly statement_and_certificate?: Given<YesOrNo>;
}

export interface IssueOfWarrantDecisionFindings {
}

export interface IssueOfWarrantDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: IssueOfWarrantDecisionFindings;
}

export interface IssueOfWarrantOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: IssueOfWarrantOffenceFindings;
  readonly decisions?: readonly IssueOfWarrantDecision[];
}

export interface IssueOfWarrantIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: IssueOfWarrantPersonFindings;
  readonly offences: readonly IssueOfWarrantOffence[];
}

export interface IssueOfWarrantOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "issue-of-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "issue-of-warrant" | null;
  readonly findings?: IssueOfWarrantPersonFindings;
  readonly offences?: readonly IssueOfWarrantOffence[];
}

export interface IssueOfWarrantSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "issue-of-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "issue-of-warrant" | null;
  readonly findings?: IssueOfWarrantPersonFindings;
  readonly warrants: readonly IssueOfWarrantIssuedWarrant[];
}

export type IssueOfWarrantCaseFile = IssueOfWarrantOneWarrant | IssueOfWarrantSeveralWarrants;

export interface RoutePersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly old_acts_outside_the_system?: Given<OldActsOutsideTheSystem>;
  readonly part_3_warrant_serves?: Given<YesOrNo>;
  readonly old_acts_outside_agreement?: Given<YesOrNo>;
}

export interface RouteOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface RouteDecisionFindings {
}

export interface RouteDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: RouteDecisionFindings;
}

export interface RouteOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: RouteOffenceFindings;
  readonly decisions?: readonly RouteDecision[];
}

export interface RouteIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: RoutePersonFindings;
  readonly offences: readonly RouteOffence[];
}

export interface RouteOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "route-to-uk" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "route-to-uk" | null;
  readonly findings?: RoutePersonFindings;
  readonly offences?: readonly RouteOffence[];
}

export interface RouteSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "route-to-uk" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "route-to-uk" | null;
  readonly findings?: RoutePersonFindings;
  readonly warrants: readonly RouteIssuedWarrant[];
}

export type RouteCaseFile = RouteOneWarrant | RouteSeveralWarrants;

export interface OwnNationalsPersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly nationality_of_person?: Given<NationalityOfPerson>;
  readonly own_nationals_rule?: Given<OwnNationalsRule>;
  readonly nationality_open_to_refusal?: Given<YesOrNo>;
  readonly surrender_on_conditions?: Given<YesOrNo>;
}

export interface OwnNationalsOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface OwnNationalsDecisionFindings {
}

export interface OwnNationalsDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: OwnNationalsDecisionFindings;
}

export interface OwnNationalsOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: OwnNationalsOffenceFindings;
  readonly decisions?: readonly OwnNationalsDecision[];
}

export interface OwnNationalsIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: OwnNationalsPersonFindings;
  readonly offences: readonly OwnNationalsOffence[];
}

export interface OwnNationalsOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "own-nationals" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "own-nationals" | null;
  readonly findings?: OwnNationalsPersonFindings;
  readonly offences?: readonly OwnNationalsOffence[];
}

export interface OwnNationalsSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "own-nationals" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "own-nationals" | null;
  readonly findings?: OwnNationalsPersonFindings;
  readonly warrants: readonly OwnNationalsIssuedWarrant[];
}

export type OwnNationalsCaseFile = OwnNationalsOneWarrant | OwnNationalsSeveralWarrants;

export interface TellTheProsecutorPersonFindings {
  readonly nationality_of_person?: Given<NationalityOfPerson>;
  readonly own_nationals_rule?: Given<OwnNationalsRule>;
  readonly stage_of_case_here?: Given<StageOfCaseHere>;
  readonly occasion_to_tell_the_prosecutor?: Given<YesOrNo>;
}

export interface TellTheProsecutorOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface TellTheProsecutorDecisionFindings {
}

export interface TellTheProsecutorDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: TellTheProsecutorDecisionFindings;
}

export interface TellTheProsecutorOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: TellTheProsecutorOffenceFindings;
  readonly decisions?: readonly TellTheProsecutorDecision[];
}

export interface TellTheProsecutorIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: TellTheProsecutorPersonFindings;
  readonly offences: readonly TellTheProsecutorOffence[];
}

export interface TellTheProsecutorOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "tell-the-prosecutor" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "tell-the-prosecutor" | null;
  readonly findings?: TellTheProsecutorPersonFindings;
  readonly offences?: readonly TellTheProsecutorOffence[];
}

export interface TellTheProsecutorSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "tell-the-prosecutor" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "tell-the-prosecutor" | null;
  readonly findings?: TellTheProsecutorPersonFindings;
  readonly warrants: readonly TellTheProsecutorIssuedWarrant[];
}

export type TellTheProsecutorCaseFile = TellTheProsecutorOneWarrant | TellTheProsecutorSeveralWarrants;

export interface OnWarrantPersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly arresting_officer?: Given<ArrestingOfficer>;
  readonly place_of_arrest?: Given<PlaceOfArrest>;
  readonly subject_to_service_law?: Given<SubjectToServiceLaw>;
  readonly power_under_service_law?: Given<PowerUnderServiceLaw>;
  readonly certificate_on_part_1_warrant?: Given<CertificateOnPart1Warrant>;
  readonly certificate_on_warrant?: Given<YesOrNo>;
  readonly executed_by_constable_or_customs?: Given<YesOrNo>;
  readonly executed_by_service_police?: Given<YesOrNo>;
}

export interface OnWarrantOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface OnWarrantDecisionFindings {
}

export interface OnWarrantDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: OnWarrantDecisionFindings;
}

export interface OnWarrantOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: OnWarrantOffenceFindings;
  readonly decisions?: readonly OnWarrantDecision[];
}

export interface OnWarrantIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: OnWarrantPersonFindings;
  readonly offences: readonly OnWarrantOffence[];
}

export interface OnWarrantOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-on-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-on-warrant" | null;
  readonly findings?: OnWarrantPersonFindings;
  readonly offences?: readonly OnWarrantOffence[];
}

export interface OnWarrantSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-on-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-on-warrant" | null;
  readonly findings?: OnWarrantPersonFindings;
  readonly warrants: readonly OnWarrantIssuedWarrant[];
}

export type OnWarrantCaseFile = OnWarrantOneWarrant | OnWarrantSeveralWarrants;

export interface ProvisionalPersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly arresting_officer?: Given<ArrestingOfficer>;
  readonly place_of_arrest?: Given<PlaceOfArrest>;
  readonly subject_to_service_law?: Given<SubjectToServiceLaw>;
  readonly power_under_service_law?: Given<PowerUnderServiceLaw>;
  readonly earlier_provisional_arrest?: Given<EarlierProvisionalArrest>;
  readonly arrest_barred_by_earlier_discharge?: Given<YesOrNo>;
  readonly belief_in_part_1_warrant?: Given<YesOrNo>;
  readonly belief_in_function_of_authority?: Given<YesOrNo>;
  readonly arrest_by_constable_or_customs?: Given<YesOrNo>;
  readonly arrest_by_service_police?: Given<YesOrNo>;
}

export interface ProvisionalOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface ProvisionalDecisionFindings {
}

export interface ProvisionalDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: ProvisionalDecisionFindings;
}

export interface ProvisionalOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: ProvisionalOffenceFindings;
  readonly decisions?: readonly ProvisionalDecision[];
}

export interface ProvisionalIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: ProvisionalPersonFindings;
  readonly offences: readonly ProvisionalOffence[];
}

export interface ProvisionalOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-arrest" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-arrest" | null;
  readonly findings?: ProvisionalPersonFindings;
  readonly offences?: readonly ProvisionalOffence[];
}

export interface ProvisionalSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-arrest" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-arrest" | null;
  readonly findings?: ProvisionalPersonFindings;
  readonly warrants: readonly ProvisionalIssuedWarrant[];
}

export type ProvisionalCaseFile = ProvisionalOneWarrant | ProvisionalSeveralWarrants;

export interface ThroughTheUnitPersonFindings {
  readonly urgency?: Given<Urgency>;
  readonly extreme_urgency?: Given<YesOrNo>;
}

export interface ThroughTheUnitOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface ThroughTheUnitDecisionFindings {
}

export interface ThroughTheUnitDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: ThroughTheUnitDecisionFindings;
}

export interface ThroughTheUnitOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: ThroughTheUnitOffenceFindings;
  readonly decisions?: readonly ThroughTheUnitDecision[];
}

export interface ThroughTheUnitIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: ThroughTheUnitPersonFindings;
  readonly offences: readonly ThroughTheUnitOffence[];
}

export interface ThroughTheUnitOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-arrest-through-unit" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-arrest-through-unit" | null;
  readonly findings?: ThroughTheUnitPersonFindings;
  readonly offences?: readonly ThroughTheUnitOffence[];
}

export interface ThroughTheUnitSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-arrest-through-unit" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-arrest-through-unit" | null;
  readonly findings?: ThroughTheUnitPersonFindings;
  readonly warrants: readonly ThroughTheUnitIssuedWarrant[];
}

export type ThroughTheUnitCaseFile = ThroughTheUnitOneWarrant | ThroughTheUnitSeveralWarrants;

export interface AfterRequestPersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly papers_sent_to_judge?: Given<PapersSentToJudge>;
  readonly article_3_territory?: Given<Article3Territory>;
  readonly papers_with_judge?: Given<YesOrNo>;
}

export interface AfterRequestOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly material_for_arrest_warrant?: Given<MaterialForArrestWarrant>;
  readonly belief_in_offence_requested?: Given<YesOrNo>;
  readonly material_justifies_warrant?: Given<YesOrNo>;
}

export interface AfterRequestDecisionFindings {
}

export interface AfterRequestDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: AfterRequestDecisionFindings;
}

export interface AfterRequestOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: AfterRequestOffenceFindings;
  readonly decisions?: readonly AfterRequestDecision[];
}

export interface AfterRequestIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: AfterRequestPersonFindings;
  readonly offences: readonly AfterRequestOffence[];
}

export interface AfterRequestOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-after-request" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-after-request" | null;
  readonly findings?: AfterRequestPersonFindings;
  readonly offences?: readonly AfterRequestOffence[];
}

export interface AfterRequestSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-after-request" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-after-request" | null;
  readonly findings?: AfterRequestPersonFindings;
  readonly warrants: readonly AfterRequestIssuedWarrant[];
}

export type AfterRequestCaseFile = AfterRequestOneWarrant | AfterRequestSeveralWarrants;

export interface ProvisionalWarrantPersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly person_sought_by_category_2?: Given<PersonSoughtByCategory2>;
  readonly whereabouts?: Given<Whereabouts>;
  readonly article_3_territory?: Given<Article3Territory>;
  readonly request_period?: Given<RequestPeriod>;
  readonly sought_and_within_reach?: Given<YesOrNo>;
}

export interface ProvisionalWarrantOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly material_for_arrest_warrant?: Given<MaterialForArrestWarrant>;
  readonly belief_in_offence_abroad?: Given<YesOrNo>;
  readonly written_material_justifies_warrant?: Given<YesOrNo>;
}

export interface ProvisionalWarrantDecisionFindings {
}

export interface ProvisionalWarrantDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: ProvisionalWarrantDecisionFindings;
}

export interface ProvisionalWarrantOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: ProvisionalWarrantOffenceFindings;
  readonly decisions?: readonly ProvisionalWarrantDecision[];
}

export interface ProvisionalWarrantIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: ProvisionalWarrantPersonFindings;
  readonly offences: readonly ProvisionalWarrantOffence[];
}

export interface ProvisionalWarrantOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-warrant" | null;
  readonly findings?: ProvisionalWarrantPersonFindings;
  readonly offences?: readonly ProvisionalWarrantOffence[];
}

export interface ProvisionalWarrantSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "provisional-warrant" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "provisional-warrant" | null;
  readonly findings?: ProvisionalWarrantPersonFindings;
  readonly warrants: readonly ProvisionalWarrantIssuedWarrant[];
}

export type ProvisionalWarrantCaseFile = ProvisionalWarrantOneWarrant | ProvisionalWarrantSeveralWarrants;

export interface CertificatePersonFindings {
  readonly request_for_arrest?: Given<RequestForArrest>;
  readonly arrangements_for_request?: Given<ArrangementsForRequest>;
  readonly schedule_a1_territory?: Given<ScheduleA1Territory>;
  readonly valid_request_for_arrest?: Given<YesOrNo>;
  readonly arrangements_for_arrest?: Given<YesOrNo>;
}

export interface CertificateOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
  readonly belief_in_serious_offence?: Given<YesOrNo>;
  readonly appropriate_for_seriousness?: Given<YesOrNo>;
}

export interface CertificateDecisionFindings {
}

export interface CertificateDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: CertificateDecisionFindings;
}

export interface CertificateOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: CertificateOffenceFindings;
  readonly decisions?: readonly CertificateDecision[];
}

export interface CertificateIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: CertificatePersonFindings;
  readonly offences: readonly CertificateOffence[];
}

export interface CertificateOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "certificate-for-arrest" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "certificate-for-arrest" | null;
  readonly findings?: CertificatePersonFindings;
  readonly offences?: readonly CertificateOffence[];
}

export interface CertificateSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "certificate-for-arrest" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "certificate-for-arrest" | null;
  readonly findings?: CertificatePersonFindings;
  readonly warrants: readonly CertificateIssuedWarrant[];
}

export type CertificateCaseFile = CertificateOneWarrant | CertificateSeveralWarrants;

export interface OnCertificatePersonFindings {
  readonly category_of_requested_territory?: Given<CategoryOfRequestedTerritory>;
  readonly arresting_officer?: Given<ArrestingOfficer>;
  readonly place_of_arrest?: Given<PlaceOfArrest>;
  readonly subject_to_service_law?: Given<SubjectToServiceLaw>;
  readonly certificate_for_arrest?: Given<CertificateForArrest>;
  readonly arrested_on_same_certificate?: Given<ArrestedOnSameCertificate>;
  readonly request_period?: Given<RequestPeriod>;
  readonly certificate_in_force?: Given<YesOrNo>;
  readonly arrested_before_on_certificate?: Given<YesOrNo>;
  readonly arrest_on_certificate_by_constable_or_customs?: Given<YesOrNo>;
  readonly arrest_on_certificate_by_service_police?: Given<YesOrNo>;
}

export interface OnCertificateOffenceFindings {
  readonly aggregate_sentence?: Given<AggregateSentence>;
}

export interface OnCertificateDecisionFindings {
}

export interface OnCertificateDecision {
  readonly id: string;
  readonly kind: "first_instance" | "merits_appeal" | "points_of_law_appeal" | "retrial" | "conviction_after_acquittal" | "aggregation_with_discretion" | "aggregation_without_discretion" | "activation_unchanged" | "activation_and_changed" | "activation_by_conviction";
  readonly court?: string | null;
  readonly date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly follows?: string | null;
  readonly reason?: string | null;
  readonly source?: Source | null;
  readonly warrant?: Warrant | null;
  readonly findings?: OnCertificateDecisionFindings;
}

export interface OnCertificateOffence {
  readonly id: string;
  readonly title?: string | null;
  readonly case_type?: "accusation" | "conviction";
  readonly conduct_date?: string | number | { readonly from: string; readonly until: string; } | null;
  readonly warrant?: Warrant | null;
  readonly decided?: CourtDecision | null;
  readonly findings?: OnCertificateOffenceFindings;
  readonly decisions?: readonly OnCertificateDecision[];
}

export interface OnCertificateIssuedWarrant {
  readonly id: string;
  readonly title?: string | null;
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates?: Dates;
  readonly particulars?: Instrument | null;
  readonly findings?: OnCertificatePersonFindings;
  readonly offences: readonly OnCertificateOffence[];
}

export interface OnCertificateOneWarrant {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-on-certificate" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-on-certificate" | null;
  readonly findings?: OnCertificatePersonFindings;
  readonly offences?: readonly OnCertificateOffence[];
}

export interface OnCertificateSeveralWarrants {
  readonly case: string;
  readonly reference?: string | null;
  readonly citation?: string | null;
  readonly book?: string | null;
  readonly part?: "arrest-on-certificate" | null;
  readonly territory?: "AD" | "AE" | "AG" | "AI" | "AL" | "AM" | "AQ-BAT" | "AR" | "AT" | "AU" | "AW" | "AZ" | "BA" | "BB" | "BD" | "BE" | "BG" | "BM" | "BN" | "BO" | "BQ-BONAIRE" | "BQ-SABA" | "BQ-STATIA" | "BR" | "BS" | "BW" | "BZ" | "CA" | "CH" | "CK" | "CL" | "CO" | "CU" | "CW" | "CY" | "CZ" | "DE" | "DK" | "DM" | "DZ" | "EC" | "EE" | "ES" | "FI" | "FJ" | "FK" | "FO" | "FR" | "GD" | "GE" | "GH" | "GI" | "GL" | "GM" | "GR" | "GS" | "GT" | "GY" | "HK" | "HR" | "HT" | "HU" | "IE" | "IL" | "IN" | "IO" | "IQ" | "IS" | "IT" | "JM" | "KE" | "KI" | "KN" | "KR" | "KW" | "KY" | "LC" | "LI" | "LK" | "LR" | "LS" | "LT" | "LU" | "LV" | "LY" | "MA" | "MC" | "MD" | "ME" | "MK" | "MS" | "MT" | "MU" | "MV" | "MW" | "MX" | "MY" | "NG" | "NI" | "NL" | "NO" | "NR" | "NZ" | "PA" | "PE" | "PG" | "PH" | "PL" | "PN" | "PT" | "PY" | "RO" | "RS" | "RU" | "RW" | "SB" | "SC" | "SE" | "SG" | "SH" | "SI" | "SK" | "SL" | "SM" | "SV" | "SX" | "SZ" | "TC" | "TH" | "TO" | "TR" | "TT" | "TV" | "TW" | "TZ" | "UA" | "UG" | "US" | "UY" | "VC" | "VG" | "VU" | "WS" | "XK" | "XX-SBA" | "ZA" | "ZM" | "ZW";
  readonly taken_from?: "EA 2003 s 2(2)" | "EA 2003 s 2(7)" | "EA 2003 s 2(7A)" | "EA 2003 s 4(2)" | "EA 2003 s 4(4)" | "EA 2003 s 4(3)" | "EA 2003 s 6(2)" | "EA 2003 s 7(2)" | "EA 2003 s 8" | "EA 2003 s 41" | "EA 2003 s 8A(1)" | "EA 2003 s 8B(1)" | "EA 2003 s 8B(2)" | "EA 2003 s 45" | "EA 2003 s 10(2)" | "EA 2003 s 12" | "EA 2003 s 12A(1)(a)" | "EA 2003 s 12A(1)(b)" | "EA 2003 s 13(a)" | "EA 2003 s 13(b)" | "EA 2003 s 14" | "EA 2003 s 15" | "EA 2003 s 16" | "EA 2003 s 17" | "EA 2003 s 18" | "EA 2003 s 19" | "EA 2003 s 19A" | "EA 2003 s 19B(2)(a)" | "EA 2003 s 19C(1)" | "EA 2003 s 19B(2)(b)" | "EA 2003 s 20(1)" | "EA 2003 s 20(3)" | "EA 2003 s 20(5)" | "EA 2003 s 21A(1)(a)" | "EA 2003 s 21" | "EA 2003 s 21A(1)(b)" | "EA 2003 s 21B(1)" | "EA 2003 s 21B(4)" | "EA 2003 s 22" | "EA 2003 s 23(1)" | "EA 2003 s 23(2)" | "EA 2003 s 24" | "EA 2003 s 25(2)" | "EA 2003 s 25(3)" | "EA 2003 s 44(3)" | "EA 2003 s 44(4)" | "EA 2003 s 51" | "EA 2003 s 48(2)" | "EA 2003 s 48(3)" | "EA 2003 s 70(1)" | "EA 2003 s 70" | "EA 2003 s 70(2)" | "EA 2003 s 74B(1)" | "EA 2003 s 72(2)" | "EA 2003 s 72(5)" | "EA 2003 s 72(3)" | "EA 2003 s 74D(1)" | "EA 2003 s 74(10)" | "EA 2003 s 75" | "EA 2003 s 76" | "EA 2003 s 122" | "EA 2003 s 76A(1)" | "EA 2003 s 76B(1)" | "EA 2003 s 76B(2)" | "EA 2003 s 127" | "EA 2003 s 78(2)" | "EA 2003 s 78(4)(a)" | "EA 2003 s 78(4)(b)" | "EA 2003 s 78(4)(c)" | "EA 2003 s 80" | "EA 2003 s 81(a)" | "EA 2003 s 81(b)" | "EA 2003 s 82" | "EA 2003 s 83" | "EA 2003 s 83A(2)(a)" | "EA 2003 s 83B(1)" | "EA 2003 s 83A(2)(b)" | "EA 2003 s 85(1)" | "EA 2003 s 84" | "EA 2003 s 85(3)" | "EA 2003 s 85(5)" | "EA 2003 s 86" | "EA 2003 s 87" | "EA 2003 s 88" | "EA 2003 s 89(1)" | "EA 2003 s 89(2)" | "EA 2003 s 90" | "EA 2003 s 91(2)" | "EA 2003 s 91(3)" | "EA 2003 s 123" | "EA 2003 s 97(2)" | "EA 2003 s 98(1)" | "EA 2003 s 98(2)" | "EA 2003 s 93(4)(b)" | "EA 2003 s 94" | "EA 2003 s 95" | "EA 2003 s 96" | "EA 2003 s 96A" | "EA 2003 s 93(6A)(a)" | "EA 2003 s 93(6A)" | "EA 2003 s 208(5)" | "EA 2003 s 208(7)" | "EA 2003 s 146(1)" | "EA 2003 s 149(1)" | "EA 2003 s 142(1)(a)" | "EA 2003 s 148" | "EA 2003 s 142(2)(a)" | "EA 2003 s 142(2)(b)" | "EA 2003 s 142(2A)(a)" | "EA 2003 s 142(2A)(b)" | "EA 2003 s 142(2A)(c)" | "EA 2003 s 142(3)" | "EA 2003 s 142" | "EA 2003 s 155A(1)" | "TCA art 603" | "TCA art 603(2)" | "APP at outgoing-request" | "EA 2003 s 3(1)" | "EA 2003 s 3(2)" | "EA 2003 s 3(3)" | "EA 2003 s 6(10)" | "EA 2003 s 5(1)(a)" | "EA 2003 s 5(1)(b)" | "EA 2003 s 5(2)" | "EA 2003 s 5(3)" | "APP at incoming-request" | "EA 2003 s 71(1)" | "EA 2003 s 71(2)(a)" | "EA 2003 s 71(2)(b)" | "EA 2003 s 73(1)" | "EA 2003 s 73(3)(a)" | "EA 2003 s 73(3)(b)" | "EA 2003 s 74B(1)(a)" | "EA 2003 s 74B(1)(b)" | "EA 2003 s 74B(1)(c)" | "EA 2003 s 74B(1)(d)" | "EA 2003 s 74A(1)" | "EA 2003 s 74A(7)" | "EA 2003 s 74A(4)" | "EA 2003 s 74A(5)" | null;
  readonly dates: Dates;
  readonly particulars?: Particulars | null;
  readonly evidence_closed?: readonly (ClosedEvidence)[];
  readonly notes?: readonly (string)[];
  readonly decided?: Decided | null;
  readonly matter?: "arrest-on-certificate" | null;
  readonly findings?: OnCertificatePersonFindings;
  readonly warrants: readonly OnCertificateIssuedWarrant[];
}

export type OnCertificateCaseFile = OnCertificateOneWarrant | OnCertificateSeveralWarrants;

export type CaseFile = Part1CaseFile | Part2CaseFile | IssueOfWarrantCaseFile | RouteCaseFile | OwnNationalsCaseFile | TellTheProsecutorCaseFile | OnWarrantCaseFile | ProvisionalCaseFile | ThroughTheUnitCaseFile | AfterRequestCaseFile | ProvisionalWarrantCaseFile | CertificateCaseFile | OnCertificateCaseFile;
export type Decision = Part1Decision | Part2Decision | IssueOfWarrantDecision | RouteDecision | OwnNationalsDecision | TellTheProsecutorDecision | OnWarrantDecision | ProvisionalDecision | ThroughTheUnitDecision | AfterRequestDecision | ProvisionalWarrantDecision | CertificateDecision | OnCertificateDecision;
export type IssuedWarrant = Part1IssuedWarrant | Part2IssuedWarrant | IssueOfWarrantIssuedWarrant | RouteIssuedWarrant | OwnNationalsIssuedWarrant | TellTheProsecutorIssuedWarrant | OnWarrantIssuedWarrant | ProvisionalIssuedWarrant | ThroughTheUnitIssuedWarrant | AfterRequestIssuedWarrant | ProvisionalWarrantIssuedWarrant | CertificateIssuedWarrant | OnCertificateIssuedWarrant;
export type Offence = Part1Offence | Part2Offence | IssueOfWarrantOffence | RouteOffence | OwnNationalsOffence | TellTheProsecutorOffence | OnWarrantOffence | ProvisionalOffence | ThroughTheUnitOffence | AfterRequestOffence | ProvisionalWarrantOffence | CertificateOffence | OnCertificateOffence;
