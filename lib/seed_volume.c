/* Volumes of the estate. */
#include "seed_ec2.h"

enum { SIZE = SEED_OWN, SNAPSHOT, FORMER };
enum { SECOND = 1, ATTACHED = 2, ENCRYPTED = 4 };	/* bits of part */
enum { ATTACHMENT = SEED_VOLUME_OWN, PLAIN, KEY };

static void
draw(struct seed_item *it)
{
	struct seed_item instance;
	int place = (int)(it->number % 2);

	seed_item_draw(&instance, it->estate, SEED_INSTANCE, it->account, it->number / 2);
	it->owner = instance.key;
	it->part = (place ? SECOND : 0) | (seed_volume_attached(&instance, place) ? ATTACHED : 0) |
	    (seed_volume_encrypted(&instance, place) ? ENCRYPTED : 0);
	it->region = instance.region;
	it->created = instance.created + place * 420;
	seed_name_add(it, instance.name);
	seed_name_add(it, place ? "-data" : "-root");
	seed_tags_draw(it);
}

/* A volume cannot be encrypted: it is replaced.  This is the one before it. */
static void
put_volume_id(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "vol-0");
	text_hex(b, it->past ? seed_draw(it, FORMER) : it->key, 16);
}

static void
put_device(struct buf *b, const struct seed_item *it)
{
	text_span(b, it->part & SECOND ? SPAN("/dev/sdf") : SPAN("/dev/xvda"));
}

static void
put_delete(struct buf *b, const struct seed_item *it)
{
	text_span(b, it->part & SECOND ? SPAN("false") : SPAN("true"));
}

static void
put_attachments(struct buf *b, const struct seed_item *it)
{
	if (it->part & ATTACHED)
		seed_put_template(b, it, ATTACHMENT);
}

static void
put_instance_id(struct buf *b, const struct seed_item *it)
{
	text_literal(b, "i-0");
	text_hex(b, it->owner, 16);
}

/* The instance's */
static void
put_zone(struct buf *b, const struct seed_item *it)
{
	text_span(b, span_of(seed_region[it->region]));
	text_add(b, &"abc"[it->owner % 3], 1);
}

static void
put_encryption(struct buf *b, const struct seed_item *it)
{
	seed_put_template(b, it, it->part & ENCRYPTED ? KEY : PLAIN);
}

static void
put_size(struct buf *b, const struct seed_item *it)
{
	static const unsigned gib[] = { 8, 20, 30, 50, 100, 200, 500, 1000 };

	text_number(b, gib[it->part & SECOND ? 2 + seed_pick(it, SIZE, 6) : seed_pick(it, SIZE, 4)]);
}

static void
put_snapshot(struct buf *b, const struct seed_item *it)
{
	if (it->part & SECOND)
		return;
	text_literal(b, "snap-0");
	text_hex(b, seed_draw(it, SNAPSHOT), 16);
}

static void
put_state(struct buf *b, const struct seed_item *it)
{
	text_span(b, it->part & ATTACHED ? SPAN("in-use") : SPAN("available"));
}

static const struct seed_slot slots[] = {
	{ "device", put_device }, { "delete", put_delete }, { "attachments", put_attachments },
	{ "instance", put_instance_id }, { "zone", put_zone }, { "encryption", put_encryption },
	{ "volume", put_volume_id }, { "size", put_size }, { "snapshot", put_snapshot }, { "state", put_state },
	{ "tagmember", seed_ec2_tags }, { NULL, NULL }
};

static struct seed_template templates[] = {
	[SEED_ARN] = { .text = "arn:aws:ec2:$region:$account:volume/vol-$id" },
	[SEED_CONFIGURATION] = { .text = SEED_TEXT({
		"Iops": 3000, $tagmember "VolumeType": "gp3", "MultiAttachEnabled": false, "Throughput": 125,
		"Operator": {"Managed": false}, "VolumeId": "vol-$id", "Size": $size, "SnapshotId": "$snapshot",
		"AvailabilityZone": "$zone", "State": "$state", "CreateTime": "$created",
		"Attachments": [$attachments], $encryption
	}) },
	[SEED_VOLUME_MAPPING] = { .text = SEED_TEXT({"DeviceName": "$device", "Ebs": {"AttachTime": "$created",
		"DeleteOnTermination": $delete, "Status": "attached", "VolumeId": "vol-$id"}}) },
	[SEED_VOLUME_EVIDENCE] = { .text = SEED_TEXT({"VolumeId": "$volume", "Size": $size, "Encrypted": false}) },
	[SEED_VOLUME_ID] = { .text = "$volume" },
	[ATTACHMENT] = { .text = SEED_TEXT({"DeleteOnTermination": $delete, "VolumeId": "vol-$id",
		"InstanceId": "$instance", "Device": "$device", "State": "attached", "AttachTime": "$created"}) },
	[PLAIN] = { .text = SEED_TEXT("Encrypted": false) },
	[KEY] = { .text = SEED_TEXT("Encrypted": true, "KmsKeyId": "$kms") },
};

const struct seed_kind seed_volume_kind = {
	.type = "AWS::EC2::Volume", .service = "ec2", .share = 40, .draw = draw, SEED_TEMPLATES(templates),
	.slots = slots
};
