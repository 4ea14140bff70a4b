/** One step towards the goal: one AWS call, or a wait, or the end. */
export type Move =
  | { readonly kind: 'create-template' }
  | { readonly kind: 'create-template-version'; readonly templateId: string }
  | { readonly kind: 'create-target-group' }
  | { readonly kind: 'create-rule'; readonly targetGroupArn: string; readonly priority: number }
  | { readonly kind: 'delete-rule'; readonly arn: string }
  | {
      readonly kind: 'create-group';
      readonly templateId: string;
      readonly version: string;
      readonly targetGroupArn: string;
    }
  | {
      readonly kind: 'update-group';
      readonly templateId: string;
      readonly version: string;
      readonly minimum: number;
      readonly maximum: number;
      readonly desired: number;
    }
  | { readonly kind: 'retire-machine'; readonly id: string }
  | { readonly kind: 'delete-group' }
  | { readonly kind: 'terminate-machines'; readonly ids: readonly string[] }
  | { readonly kind: 'delete-target-group'; readonly arn: string }
  | { readonly kind: 'delete-template'; readonly id: string }
  | { readonly kind: 'wait'; readonly reason: string }
  | { readonly kind: 'done' };
